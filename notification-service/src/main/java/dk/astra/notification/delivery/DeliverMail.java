package dk.astra.notification.delivery;

import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.meetings.MeetingStatus;
import dk.astra.contracts.registrations.RegistrationStatus;
import dk.astra.notification.mails.Mail;
import dk.astra.notification.mails.Reason;
import dk.astra.notification.meetings.KnownMeeting;
import dk.astra.notification.meetings.KnownMeetings;
import dk.astra.notification.registrations.KnownRegistration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries to deliver one claimed mail, from the newest that is known, and decides what becomes of it. */
@Component
class DeliverMail {

    private static final Duration PATIENCE_FOR_NEWS = Duration.ofMinutes(1);

    private final KnownMeetings meetings;
    private final WriteMail write;
    private final MailTransport transport;
    private final Outages outages;
    private final Clock clock;

    DeliverMail(KnownMeetings meetings, WriteMail write, MailTransport transport, Outages outages, Clock clock) {
        this.meetings = meetings;
        this.write = write;
        this.transport = transport;
        this.outages = outages;
        this.clock = clock;
    }

    /**
     * @param newest what is known of its meeting and registration
     * @param contacts who is behind the registrations; null when nobody could tell
     * @return the mail's next version
     */
    Mail deliver(Mail mail, Newest.Look newest, @Nullable Addressees contacts) {
        Instant now = clock.instant();
        KnownMeeting meeting = newest.meeting(mail.cause().meetingId());
        KnownRegistration registration = newest.registration(mail.cause().registrationId());
        if (Usefulness.isOver(mail, meeting == null ? null : meeting.state(), now)) {
            return mail.failed(Reason.POINTLESS, false);
        }
        if (meeting == null || isBehind(mail, meeting.state(), now)) {
            return mail.deferred(Reason.MEETING_UNKNOWN_YET, false, now);
        }
        if (mail.cause().kind() == MailKind.MEETING_CHANGED && registration != null && !registration.isLive()) {
            return mail.withdrawn(Reason.NO_LONGER_REGISTERED);
        }
        boolean decided = registration != null && !registration.isLive();
        if (asksTheInvited(mail) && (decided || meeting.state().status() == MeetingStatus.CANCELLED)) {
            return mail.withdrawn(Reason.OVERTAKEN);
        }
        if (isAnswered(mail, registration)) {
            return mail.withdrawn(Reason.OVERTAKEN);
        }
        if (contacts == null) {
            return mail.deferred(Reason.CONTACTS_UNAVAILABLE, false, now);
        }
        Contact contact = contacts.of(mail.cause());
        if (contact == null) {
            return mail.withdrawn(Reason.ERASED);
        }
        return judged(mail, transport.send(write.write(mail, meeting, registration, contact)));
    }

    private static boolean asksTheInvited(Mail mail) {
        MailKind kind = mail.cause().kind();
        return kind == MailKind.INVITATION || kind == MailKind.INVITATION_REMINDER || kind == MailKind.INVITATION_MOVED;
    }

    /** What can be decided while the mail server is away. */
    Mail putOff(Mail mail) {
        Instant now = clock.instant();
        MeetingState meeting =
                meetings.find(mail.cause().meetingId()).map(KnownMeeting::state).orElse(null);
        return Usefulness.isOver(mail, meeting, now)
                ? mail.failed(Reason.POINTLESS, false)
                : mail.deferred(transport.trouble(), false, now);
    }

    /** The mail waited, and the person answered the offer on their page meanwhile. */
    private static boolean isAnswered(Mail mail, @Nullable KnownRegistration registration) {
        MailKind kind = mail.cause().kind();
        return (kind == MailKind.OFFERED || kind == MailKind.CONFIRM_EMAIL)
                && registration != null
                && registration.version() > mail.cause().registrationVersion()
                && registration.status() != RegistrationStatus.WAITLISTED;
    }

    /** The registration was cancelled by a fact that has not come in by the other stream yet. */
    private static boolean isBehind(Mail mail, MeetingState meeting, Instant now) {
        return mail.cause().kind() == MailKind.MEETING_CANCELLED
                && meeting.status() != MeetingStatus.CANCELLED
                && now.isBefore(mail.createdAt().plus(PATIENCE_FOR_NEWS));
    }

    private Mail judged(Mail mail, Handover handover) {
        Instant now = clock.instant();
        return switch (handover) {
            case Handover.Accepted accepted -> {
                outages.mailServerWorks(mail);
                yield mail.sent(now);
            }
            case Handover.Refused refused -> {
                outages.mailServerWorks(mail);
                yield mail.failed(refused.reason(), true);
            }
            case Handover.Deferred deferred -> {
                outages.noticed(deferred.reason());
                yield mail.deferred(deferred.reason(), deferred.seen(), now);
            }
        };
    }
}
