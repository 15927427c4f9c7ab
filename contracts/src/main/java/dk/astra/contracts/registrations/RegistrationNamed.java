package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** A place that a leader had taken got its person, whose {@code personId} the state has from now on. */
@FactType("registration.named.v1")
public record RegistrationNamed(RegistrationState registration) implements RegistrationFact {

    public RegistrationNamed {
        Objects.requireNonNull(registration, "registration");
    }
}
