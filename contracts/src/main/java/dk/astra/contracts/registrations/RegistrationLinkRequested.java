package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** The participant asked for the personal link again; nothing of the registration changed. */
@FactType("registration.link-requested.v1")
public record RegistrationLinkRequested(RegistrationState registration) implements RegistrationFact {

    public RegistrationLinkRequested {
        Objects.requireNonNull(registration, "registration");
    }
}
