package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The person has a registration at the meeting already. */
public final class PersonAlreadyIn extends Refusal {

    public PersonAlreadyIn() {
        super("person-registered", HttpStatus.CONFLICT);
    }
}
