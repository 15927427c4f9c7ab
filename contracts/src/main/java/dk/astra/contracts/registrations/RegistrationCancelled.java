package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A seat or a place in line was given up.
 *
 * @param previous what it was before; WAITLISTED also where a seat was only offered
 * @param reason null where somebody simply wished so
 * @param leaderOf the group whose leader gave the place up for the person; null where nobody did that for them
 */
@FactType("registration.cancelled.v1")
public record RegistrationCancelled(
        RegistrationState registration,
        CancelledBy by,
        RegistrationStatus previous,
        @Nullable CancelReason reason,
        @Nullable String leaderOf)
        implements RegistrationFact {

    public RegistrationCancelled {
        Objects.requireNonNull(registration, "registration");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(previous, "previous");
    }

    public RegistrationCancelled(RegistrationState registration, CancelledBy by, RegistrationStatus previous) {
        this(registration, by, previous, null, null);
    }

    public RegistrationCancelled(
            RegistrationState registration,
            CancelledBy by,
            RegistrationStatus previous,
            @Nullable CancelReason reason) {
        this(registration, by, previous, reason, null);
    }
}
