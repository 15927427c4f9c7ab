package dk.astra.contracts.deliveries;

import java.util.Objects;

/**
 * A mail without its addressee, as of one version.
 *
 * @param causeId id of the fact that made the mail due
 * @param registrationId the registration, or of an invitation the invitation, that the mail is about
 * @param attempts how often it was handed to the mail server
 */
public record MailState(
        String mailId,
        long version,
        MailKind kind,
        String causeId,
        String registrationId,
        String meetingId,
        String personId,
        int attempts) {

    public MailState {
        Objects.requireNonNull(mailId, "mailId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(causeId, "causeId");
        Objects.requireNonNull(registrationId, "registrationId");
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(personId, "personId");
    }
}
