package dk.astra.notification.mails;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the delivery when something became due. */
@Component
public class Bell {

    private final Semaphore rung = new Semaphore(0);

    public void ring() {
        rung.release();
    }

    /** Returns at the first ring since the last call, or when the time has passed. */
    public void await(Duration patience) throws InterruptedException {
        rung.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        rung.drainPermits();
    }
}
