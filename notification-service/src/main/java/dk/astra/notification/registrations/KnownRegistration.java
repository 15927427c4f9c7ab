package dk.astra.notification.registrations;

import dk.astra.contracts.registrations.RegistrationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who holds what at which meeting, as of one version.
 *
 * @param calendarEntry the registration whose calendar entry this one keeps; its own id, except after a move from the
 *     twin meeting
 * @param invitation somebody who is invited; live while they have said neither yes nor no
 * @param offeredUntil while a seat is kept for the person, until when it can be taken
 */
public record KnownRegistration(
        String registrationId,
        String meetingId,
        String personId,
        RegistrationStatus status,
        long version,
        String calendarEntry,
        @Nullable Instant offeredUntil,
        boolean invitation) {

    /** Of a person, or of a group's leader, who holds something that no seat is kept for. */
    public KnownRegistration(
            String registrationId,
            String meetingId,
            String personId,
            RegistrationStatus status,
            long version,
            String calendarEntry) {
        this(registrationId, meetingId, personId, status, version, calendarEntry, null, false);
    }

    public boolean isLive() {
        return status != RegistrationStatus.CANCELLED;
    }
}
