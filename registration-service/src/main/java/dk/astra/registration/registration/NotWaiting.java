package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** Only who waits in line here can wait at the twin meeting too. */
public final class NotWaiting extends Refusal {

    public NotWaiting() {
        super("not-waiting", HttpStatus.CONFLICT);
    }
}
