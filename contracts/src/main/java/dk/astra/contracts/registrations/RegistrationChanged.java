package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;
import java.util.Set;

/** The participant changed what was answered; {@code changed} names the fields, never their content. */
@FactType("registration.changed.v1")
public record RegistrationChanged(RegistrationState registration, Set<String> changed) implements RegistrationFact {

    public RegistrationChanged {
        Objects.requireNonNull(registration, "registration");
        changed = changed == null ? Set.of() : Set.copyOf(changed);
    }
}
