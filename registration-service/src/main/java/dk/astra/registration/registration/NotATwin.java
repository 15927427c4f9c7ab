package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The two meetings have not the same content. */
public final class NotATwin extends Refusal {

    public NotATwin() {
        super("not-a-twin", HttpStatus.CONFLICT);
    }
}
