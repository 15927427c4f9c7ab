package dk.astra.notification.mails;

import dk.astra.contracts.deliveries.MailKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What made a mail due: a fact, and the registration, or the invitation, that it concerns.
 *
 * @param registrationVersion of the registration when the mail became due
 * @param heldSeat of a cancellation: whether a seat was given up, not only a place in line
 * @param changed of a changed meeting: what changed, names of fields
 * @param calendarEntry the registration whose calendar entry the mail is about; it came from a twin meeting where it
 *     is another one than {@code registrationId}; empty for a group, which has none
 * @param traceparent W3C trace context of the fact, where there was one
 * @param answerBy until when an offered seat can be taken, where one is
 * @param tookEither the seat ended the wait at the twin meeting too, where the person waited there
 */
public record Cause(
        MailKind kind,
        String factId,
        String registrationId,
        long registrationVersion,
        String personId,
        String meetingId,
        boolean heldSeat,
        Set<String> changed,
        String calendarEntry,
        @Nullable String traceparent,
        @Nullable Instant answerBy,
        boolean tookEither) {

    public Cause {
        changed = Set.copyOf(changed);
    }

    /** Of a fact that offers nothing. */
    public Cause(
            MailKind kind,
            String factId,
            String registrationId,
            long registrationVersion,
            String personId,
            String meetingId,
            boolean heldSeat,
            Set<String> changed,
            String calendarEntry,
            @Nullable String traceparent) {
        this(
                kind,
                factId,
                registrationId,
                registrationVersion,
                personId,
                meetingId,
                heldSeat,
                changed,
                calendarEntry,
                traceparent,
                null,
                false);
    }

    /** The same for every copy of the fact, so that a mail can only be queued once. */
    public String mailId() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            // a leader is told once that the meeting is off, however many places are given up
            String cause = isOfGroup() && kind == MailKind.MEETING_CANCELLED ? kind.name() : factId;
            hash.update(cause.getBytes(StandardCharsets.UTF_8));
            hash.update((byte) '\n');
            hash.update(registrationId.getBytes(StandardCharsets.UTF_8));
            if (kind == MailKind.SEAT_GIVEN) {
                // the same fact is told to two people
                hash.update("\ngiven".getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(hash.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it goes to the leader of a group; {@code registrationId} is the group's id then. */
    public boolean isOfGroup() {
        return calendarEntry.isEmpty();
    }

    /** Who waits at a screen comes first, who is one of many comes last. */
    public int priority() {
        return switch (kind) {
            case CONFIRMED,
                    WAITLISTED,
                    CANCELLED_BY_PARTICIPANT,
                    LINK,
                    MOVED,
                    SEAT_RECEIVED,
                    SEAT_GIVEN,
                    CONFIRM_EMAIL,
                    GROUP_SIGNED_UP -> 1;
            case PROMOTED,
                    CANCELLED_BY_ORGANISER,
                    OFFERED,
                    OFFER_LAPSED,
                    SEAT_AT_TWIN,
                    GROUP_NAMING_DUE,
                    GROUP_LAPSED,
                    GROUP_PLACE_PROMOTED,
                    GROUP_PLACE_CANCELLED -> 2;
            case MEETING_CANCELLED, INVITATION_CANCELLED -> 3;
            case MEETING_CHANGED, INVITATION, INVITATION_REMINDER, INVITATION_MOVED -> 4;
        };
    }
}
