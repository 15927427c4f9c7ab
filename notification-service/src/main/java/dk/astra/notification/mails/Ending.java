package dk.astra.notification.mails;

import dk.astra.contracts.registrations.CancelReason;
import dk.astra.contracts.registrations.CancelledBy;
import dk.astra.contracts.registrations.RegistrationStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a registration ended, as its fact tells.
 *
 * @param previous what it was before
 * @param reason null where somebody simply wished so
 * @param leaderOf the group whose leader gave the place up for the person
 */
public record Ending(
        CancelledBy by,
        RegistrationStatus previous,
        @Nullable CancelReason reason,
        @Nullable String leaderOf) {

    boolean gaveUpASeat() {
        return previous == RegistrationStatus.CONFIRMED;
    }
}
