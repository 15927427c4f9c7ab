package dk.astra.contracts.invitations;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An invitation without its person, as of one version.
 *
 * @param invitationId random UUID
 * @param personId random UUID; the same as in the person's registrations
 * @param invitedAt when the organiser invited the person
 * @param reminders how often the person was reminded
 * @param repliedAt when {@code reply} was given; null while it is NONE
 */
public record InvitationState(
        String invitationId,
        String meetingId,
        String personId,
        long version,
        Reply reply,
        Instant invitedAt,
        int reminders,
        @Nullable Instant repliedAt) {

    public InvitationState {
        Objects.requireNonNull(invitationId, "invitationId");
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(personId, "personId");
        Objects.requireNonNull(reply, "reply");
        Objects.requireNonNull(invitedAt, "invitedAt");
        if (version < 1) {
            throw new IllegalArgumentException("version starts at 1");
        }
    }
}
