package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** A seat or a place in line was given up. {@code previous} is what it was before. */
@FactType("registration.cancelled.v1")
public record RegistrationCancelled(RegistrationState registration, CancelledBy by, RegistrationStatus previous)
        implements RegistrationFact {

    public RegistrationCancelled {
        Objects.requireNonNull(registration, "registration");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(previous, "previous");
    }
}
