package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** The person behind the registration was deleted; what remains is a count. */
@FactType("registration.erased.v1")
public record RegistrationErased(RegistrationState registration) implements RegistrationFact {

    public RegistrationErased {
        Objects.requireNonNull(registration, "registration");
    }
}
