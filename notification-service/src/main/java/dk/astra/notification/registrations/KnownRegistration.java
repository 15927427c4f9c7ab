package dk.astra.notification.registrations;

import dk.astra.contracts.registrations.RegistrationStatus;

/** Who holds what at which meeting, as of one version. */
public record KnownRegistration(
        String registrationId, String meetingId, String personId, RegistrationStatus status, long version) {

    public boolean isLive() {
        return status != RegistrationStatus.CANCELLED;
    }
}
