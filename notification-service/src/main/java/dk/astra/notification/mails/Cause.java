package dk.astra.notification.mails;

import dk.astra.contracts.deliveries.MailKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
 *     is another one than {@code registrationId}
 * @param traceparent W3C trace context of the fact, where there was one
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
        @Nullable String traceparent) {

    public Cause {
        changed = Set.copyOf(changed);
    }

    /** The same for every copy of the fact, so that a mail can only be queued once. */
    public String mailId() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(factId.getBytes(StandardCharsets.UTF_8));
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

    /** Who waits at a screen comes first, who is one of many comes last. */
    public int priority() {
        return switch (kind) {
            case CONFIRMED, WAITLISTED, CANCELLED_BY_PARTICIPANT, LINK, MOVED, SEAT_RECEIVED, SEAT_GIVEN -> 1;
            case PROMOTED, CANCELLED_BY_ORGANISER -> 2;
            case MEETING_CANCELLED -> 3;
            case MEETING_CHANGED, INVITATION, INVITATION_REMINDER -> 4;
        };
    }
}
