package dk.astra.notification.delivery;

import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.meetings.MeetingStatus;
import dk.astra.contracts.registrations.RegistrationStatus;
import dk.astra.notification.calendar.CalendarObject;
import dk.astra.notification.calendar.Invitations;
import dk.astra.notification.calendar.Seat;
import dk.astra.notification.mails.Cause;
import dk.astra.notification.mails.Mail;
import dk.astra.notification.meetings.KnownMeeting;
import dk.astra.notification.registrations.KnownRegistration;
import dk.astra.notification.templates.Layout;
import dk.astra.notification.templates.Letter;
import dk.astra.notification.templates.Letters;
import dk.astra.notification.templates.Occasion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a mail from the newest that is known of its meeting, registration and person. */
@Component
class WriteMail {

    private final Letters letters;
    private final Layout layout;
    private final Invitations invitations;

    WriteMail(Letters letters, Layout layout, Invitations invitations) {
        this.letters = letters;
        this.layout = layout;
        this.invitations = invitations;
    }

    OutgoingMail write(Mail mail, KnownMeeting known, @Nullable KnownRegistration registration, Contact contact) {
        MeetingState meeting = known.state();
        Cause cause = mail.cause();
        Occasion occasion = new Occasion(
                cause.kind(),
                meeting,
                cause.heldSeat(),
                registration != null && registration.status() == RegistrationStatus.WAITLISTED,
                cause.changed(),
                cause.answerBy(),
                cause.tookEither(),
                cause.isOfGroup());
        Letter letter = letters.compose(occasion, contact.name(), contact.language(), contact.link());
        return new OutgoingMail(
                mail.id(),
                contact,
                meeting.contact().email(),
                meeting.contact().role(),
                letter.subject(),
                layout.text(letter),
                layout.html(letter),
                calendar(mail, known, registration, contact, letter));
    }

    /**
     * An invitation while the seat is held and the meeting stands, a cancellation where a seat was given up. A late
     * confirmation of what was cancelled since brings none: it would call the entry back into the calendar.
     */
    private @Nullable CalendarObject calendar(
            Mail mail, KnownMeeting known, @Nullable KnownRegistration registration, Contact contact, Letter letter) {
        Cause cause = mail.cause();
        if (cause.isOfGroup()) {
            return null;
        }
        boolean confirmed = registration == null || registration.status() == RegistrationStatus.CONFIRMED;
        boolean stands = known.state().status() != MeetingStatus.CANCELLED;
        return switch (cause.kind()) {
            case CONFIRMED, PROMOTED, MEETING_CHANGED, MOVED, SEAT_RECEIVED ->
                confirmed && stands ? invitations.request(seat(mail, known, registration, contact, letter)) : null;
            case CANCELLED_BY_PARTICIPANT, CANCELLED_BY_ORGANISER, MEETING_CANCELLED, SEAT_GIVEN, SEAT_AT_TWIN ->
                cause.heldSeat() ? invitations.cancel(seat(mail, known, null, contact, letter)) : null;
            case WAITLISTED,
                    LINK,
                    OFFERED,
                    OFFER_LAPSED,
                    CONFIRM_EMAIL,
                    GROUP_SIGNED_UP,
                    GROUP_NAMING_DUE,
                    GROUP_LAPSED,
                    GROUP_PLACE_PROMOTED,
                    GROUP_PLACE_CANCELLED,
                    INVITATION,
                    INVITATION_REMINDER,
                    INVITATION_MOVED,
                    INVITATION_CANCELLED -> null;
        };
    }

    private Seat seat(
            Mail mail, KnownMeeting known, @Nullable KnownRegistration registration, Contact contact, Letter letter) {
        MeetingState meeting = known.state();
        long registrationVersion = mail.cause().kind() == MailKind.MEETING_CHANGED && registration != null
                ? Math.max(mail.cause().registrationVersion(), registration.version())
                : mail.cause().registrationVersion();
        Instant changedAt = known.updatedAt().isAfter(mail.createdAt()) ? known.updatedAt() : mail.createdAt();
        return new Seat(
                mail.cause().calendarEntry(),
                meeting,
                meeting.version() + registrationVersion,
                changedAt,
                contact.name(),
                contact.email(),
                contact.link(),
                meeting.title().in(letter.language()),
                letters.place(meeting, letter.language()),
                letter.linkText() + ": " + contact.link());
    }
}
