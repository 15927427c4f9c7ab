package dk.astra.notification.delivery;

import dk.astra.contracts.meetings.MeetingState;
import dk.astra.notification.mails.Mail;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Until when a mail is of use to its reader; only after that it is given up (P5). */
final class Usefulness {

    private static final Duration WITHOUT_MEETING = Duration.ofDays(30);
    private static final Duration FOR_THE_RECORD = Duration.ofDays(1);

    private Usefulness() {}

    static boolean isOver(Mail mail, @Nullable MeetingState meeting, Instant now) {
        return now.isAfter(until(mail, meeting));
    }

    /**
     * A confirmation and a change until the meeting's end, the waiting list until its start, an offer until it ends, an
     * invitation while registration is open, a cancellation until the end and for a day at least, because it is also
     * a receipt. An organiser's wish prolongs it.
     */
    static Instant until(Mail mail, @Nullable MeetingState meeting) {
        Instant until = meeting == null
                ? mail.createdAt().plus(WITHOUT_MEETING)
                : switch (mail.cause().kind()) {
                    case OFFERED, CONFIRM_EMAIL -> answerBy(mail, meeting);
                    case CONFIRMED, PROMOTED, MEETING_CHANGED, LINK, MOVED, SEAT_RECEIVED -> meeting.endInstant();
                    case GROUP_SIGNED_UP, GROUP_LAPSED, GROUP_PLACE_PROMOTED, GROUP_PLACE_CANCELLED ->
                        meeting.endInstant();
                    case WAITLISTED, OFFER_LAPSED, GROUP_NAMING_DUE -> meeting.startInstant();
                    case INVITATION, INVITATION_REMINDER, INVITATION_MOVED ->
                        meeting.registrationClosesAt().atZone(meeting.zone()).toInstant();
                    case CANCELLED_BY_PARTICIPANT,
                            CANCELLED_BY_ORGANISER,
                            MEETING_CANCELLED,
                            INVITATION_CANCELLED,
                            SEAT_GIVEN,
                            SEAT_AT_TWIN ->
                        later(meeting.endInstant(), mail.createdAt().plus(FOR_THE_RECORD));
                };
        Instant wanted = mail.wantedUntil();
        return wanted == null ? until : later(until, wanted);
    }

    private static Instant answerBy(Mail mail, MeetingState meeting) {
        Instant answerBy = mail.cause().answerBy();
        return answerBy == null ? meeting.startInstant() : answerBy;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
