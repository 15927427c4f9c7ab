package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** The first in line got a seat. */
@FactType("registration.promoted.v1")
public record RegistrationPromoted(RegistrationState registration) implements RegistrationFact {

    public RegistrationPromoted {
        Objects.requireNonNull(registration, "registration");
    }
}
