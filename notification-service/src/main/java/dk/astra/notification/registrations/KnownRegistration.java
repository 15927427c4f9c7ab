package dk.astra.notification.registrations;

import dk.astra.contracts.registrations.RegistrationStatus;

/**
 * Who holds what at which meeting, as of one version.
 *
 * @param calendarEntry the registration whose calendar entry this one keeps; its own id, except after a move from the
 *     twin meeting
 * @param invitation somebody who is invited; live while they have said neither yes nor no
 */
public record KnownRegistration(
        String registrationId,
        String meetingId,
        String personId,
        RegistrationStatus status,
        long version,
        String calendarEntry,
        boolean invitation) {

    /** Of a person, or of a group's leader, who holds something. */
    public KnownRegistration(
            String registrationId,
            String meetingId,
            String personId,
            RegistrationStatus status,
            long version,
            String calendarEntry) {
        this(registrationId, meetingId, personId, status, version, calendarEntry, false);
    }

    public boolean isLive() {
        return status != RegistrationStatus.CANCELLED;
    }
}
