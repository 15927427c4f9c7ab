package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** At the twin meeting the person has a registration that they made by themselves. */
public final class RegisteredAtTwin extends Refusal {

    public RegisteredAtTwin() {
        super("registered-at-twin", HttpStatus.CONFLICT);
    }
}
