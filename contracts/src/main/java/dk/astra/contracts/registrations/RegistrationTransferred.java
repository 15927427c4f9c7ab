package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** The participant gave the seat to a colleague, whose {@code personId} the state has from now on. */
@FactType("registration.transferred.v1")
public record RegistrationTransferred(RegistrationState registration, String previousPersonId)
        implements RegistrationFact {

    public RegistrationTransferred {
        Objects.requireNonNull(registration, "registration");
        Objects.requireNonNull(previousPersonId, "previousPersonId");
    }
}
