package dk.astra.notification.delivery;

import dk.astra.notification.mails.Bell;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Delivers for as long as the service runs: at once when a mail was queued, and by itself every second. */
@Component
class DeliveryWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration LAST_ROUND = Duration.ofSeconds(8);

    private final DeliveryRound round;
    private final Bell bell;
    private final DeliverySettings settings;
    private volatile boolean running;
    private @Nullable Thread thread;

    DeliveryWorker(DeliveryRound round, Bell bell, DeliverySettings settings) {
        this.round = round;
        this.bell = bell;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("delivery").daemon().start(this::work);
    }

    private void work() {
        try {
            while (running) {
                bell.await(settings.tick());
                workOff();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOff() throws InterruptedException {
        try {
            while (running && round.run()) {
                // until nothing is due
            }
        } catch (RuntimeException | LinkageError e) {
            log.warn("delivery goes on with the next tick: {}", e.getClass().getSimpleName(), e);
        }
    }

    /** Lets what is under way finish, so that a planned stop repeats no mail. */
    @Override
    public synchronized void stop() {
        running = false;
        bell.ring();
        Thread worker = thread;
        if (worker != null) {
            try {
                worker.join(LAST_ROUND);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before the outboxes, so that the last facts still leave. */
    @Override
    public int getPhase() {
        return 1000;
    }
}
