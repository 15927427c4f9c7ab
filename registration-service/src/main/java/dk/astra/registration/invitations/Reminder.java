package dk.astra.registration.invitations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When those who are silent are reminded by themselves, counted from the end of registration. */
enum Reminder {
    FIRST(Duration.ofDays(7)),
    LAST(Duration.ofDays(2));

    private final Duration before;

    Reminder(Duration before) {
        this.before = before;
    }

    /** The one whose time it is; none before the first, and none when registration is over. */
    static Optional<Reminder> at(Instant now, Instant registrationClosesAt) {
        if (!now.isBefore(registrationClosesAt) || now.isBefore(registrationClosesAt.minus(FIRST.before))) {
            return Optional.empty();
        }
        return Optional.of(now.isBefore(registrationClosesAt.minus(LAST.before)) ? FIRST : LAST);
    }

    /** Who does not know yet is left in peace until the last one. */
    boolean concerns(Answer answer) {
        return answer == Answer.NONE || (this == LAST && answer == Answer.NOT_YET);
    }

    boolean wasSentTo(Invitation invitation) {
        return this == FIRST ? invitation.firstReminded : invitation.lastReminded;
    }
}
