package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/**
 * A seat is kept for somebody, who can take it until {@code offeredUntil} of the state; until then the status stays
 * WAITLISTED. {@code RegistrationPromoted} tells that it was taken, {@code RegistrationCancelled} that it was not.
 */
@FactType("registration.offered.v1")
public record RegistrationOffered(RegistrationState registration) implements RegistrationFact {

    public RegistrationOffered {
        Objects.requireNonNull(registration, "registration");
    }
}
