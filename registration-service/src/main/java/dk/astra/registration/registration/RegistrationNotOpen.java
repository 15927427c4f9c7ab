package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The registration window has not begun. */
public final class RegistrationNotOpen extends Refusal {

    public RegistrationNotOpen() {
        super("registration-not-open", HttpStatus.CONFLICT);
    }
}
