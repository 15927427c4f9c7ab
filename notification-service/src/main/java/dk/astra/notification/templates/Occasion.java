package dk.astra.notification.templates;

import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.meetings.MeetingState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a letter is about.
 *
 * @param heldSeat of a cancellation: whether a seat was given up
 * @param waiting whether the reader is on the waiting list now
 * @param changed of a changed meeting: names of the fields that changed
 * @param answerBy until when an offered seat can be taken, where one is
 * @param tookEither the seat ended a wait at the twin meeting
 * @param group whether the reader leads a group, and the link opens its list
 * @param together whether the reader waits together with a group
 * @param unanswered whether the meeting has questions that the reader was not asked yet
 */
public record Occasion(
        MailKind kind,
        MeetingState meeting,
        boolean heldSeat,
        boolean waiting,
        Set<String> changed,
        @Nullable Instant answerBy,
        boolean tookEither,
        boolean group,
        boolean together,
        boolean unanswered) {

    public Occasion(MailKind kind, MeetingState meeting, boolean heldSeat, boolean waiting, Set<String> changed) {
        this(kind, meeting, heldSeat, waiting, changed, null, false, false, false, false);
    }
}
