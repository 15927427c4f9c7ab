package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** That mailbox has a live registration at the meeting. */
public final class AlreadyRegistered extends Refusal {

    public AlreadyRegistered() {
        super("already-registered", HttpStatus.CONFLICT);
    }
}
