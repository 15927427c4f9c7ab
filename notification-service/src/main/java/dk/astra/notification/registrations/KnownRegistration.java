package dk.astra.notification.registrations;

import dk.astra.contracts.registrations.RegistrationStatus;

/**
 * Who holds what at which meeting, as of one version.
 *
 * @param calendarEntry the registration whose calendar entry this one keeps; its own id, except after a move from the
 *     twin meeting
 */
public record KnownRegistration(
        String registrationId,
        String meetingId,
        String personId,
        RegistrationStatus status,
        long version,
        String calendarEntry) {

    public boolean isLive() {
        return status != RegistrationStatus.CANCELLED;
    }
}
