package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** Somebody signed up and was CONFIRMED or WAITLISTED. */
@FactType("registration.created.v1")
public record RegistrationCreated(RegistrationState registration) implements RegistrationFact {

    public RegistrationCreated {
        Objects.requireNonNull(registration, "registration");
    }
}
