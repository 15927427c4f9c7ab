package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The registration window is over. */
public final class RegistrationClosed extends Refusal {

    public RegistrationClosed() {
        super("registration-closed", HttpStatus.CONFLICT);
    }
}
