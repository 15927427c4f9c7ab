package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The cancellation deadline has passed; the contact can help. */
public final class CancellationClosed extends Refusal {

    public CancellationClosed() {
        super("cancellation-closed", HttpStatus.CONFLICT);
    }
}
