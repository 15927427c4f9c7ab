package dk.astra.notification.mails;

import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.invitations.InvitationState;
import dk.astra.contracts.invitations.Reply;
import dk.astra.contracts.registrations.RegistrationStatus;
import dk.astra.messaging.Effect;
import dk.astra.messaging.FactHeaders;
import dk.astra.notification.registrations.KnownRegistration;
import dk.astra.notification.registrations.KnownRegistrations;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes to invited people, and takes back what still waits when they have answered: nobody who has answered is
 * reminded, however late the mail server is. Who has said neither yes nor no hears of changes of the meeting.
 */
@Component
public class AnnounceInvitation {

    private static final Logger log = LoggerFactory.getLogger(AnnounceInvitation.class);
    private static final int PER_INVITATION = 200;

    private final KnownRegistrations known;
    private final Mails mails;
    private final Ledger ledger;
    private final Clock clock;

    AnnounceInvitation(KnownRegistrations known, Mails mails, Ledger ledger, Clock clock) {
        this.known = known;
        this.mails = mails;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Effect sent(InvitationState invitation, FactHeaders fact) {
        return queue(MailKind.INVITATION, invitation, fact);
    }

    public Effect reminded(InvitationState invitation, FactHeaders fact) {
        return queue(MailKind.INVITATION_REMINDER, invitation, fact);
    }

    /** What asks for an answer is of no use any more; that the meeting is cancelled is. */
    public Effect answered(InvitationState invitation) {
        learn(invitation, isUndecided(invitation.reply()));
        return takeBack(invitation, mail -> mail.cause().kind() != MailKind.INVITATION_CANCELLED);
    }

    /** Taken back, or its person was erased: nothing that waits is of use any more. */
    public Effect withdrawn(InvitationState invitation) {
        learn(invitation, false);
        return takeBack(invitation, mail -> true);
    }

    /** A mail that is being sent at this moment is left alone: when it is put off, the answer ends it. */
    private Effect takeBack(InvitationState invitation, Predicate<Mail> useless) {
        List<Mail> waiting = mails.list(null, invitation.invitationId(), State.QUEUED, PER_INVITATION).stream()
                .filter(useless)
                .toList();
        waiting.forEach(mail -> ledger.change(mail, mail.withdrawn(Reason.OVERTAKEN)));
        return waiting.isEmpty() ? Effect.REPEATED : Effect.APPLIED;
    }

    private Effect queue(MailKind kind, InvitationState invitation, FactHeaders fact) {
        learn(invitation, isUndecided(invitation.reply()));
        Cause cause = new Cause(
                kind,
                fact.id(),
                invitation.invitationId(),
                invitation.version(),
                invitation.personId(),
                invitation.meetingId(),
                false,
                Set.of(),
                invitation.invitationId(),
                fact.traceparent());
        Set<String> queued = ledger.queue(List.of(Mail.due(cause, clock.instant())));
        queued.forEach(mail -> log.info("mail {} is due: {} of invitation {}", mail, kind, invitation.invitationId()));
        return queued.isEmpty() ? Effect.REPEATED : Effect.APPLIED;
    }

    private static boolean isUndecided(Reply reply) {
        return reply == Reply.NONE || reply == Reply.NOT_YET;
    }

    /** Who said yes hears as a participant, who said no hears nothing. */
    private void learn(InvitationState invitation, boolean undecided) {
        known.learn(List.of(new KnownRegistration(
                invitation.invitationId(),
                invitation.meetingId(),
                invitation.personId(),
                undecided ? RegistrationStatus.WAITLISTED : RegistrationStatus.CANCELLED,
                invitation.version(),
                invitation.invitationId(),
                true)));
    }
}
