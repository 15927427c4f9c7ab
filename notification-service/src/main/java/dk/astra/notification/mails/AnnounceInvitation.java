package dk.astra.notification.mails;

import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.invitations.InvitationState;
import dk.astra.messaging.Effect;
import dk.astra.messaging.FactHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes to invited people, and takes back what still waits when they have answered: nobody who has answered is
 * reminded, however late the mail server is.
 */
@Component
public class AnnounceInvitation {

    private static final Logger log = LoggerFactory.getLogger(AnnounceInvitation.class);
    private static final int PER_INVITATION = 200;

    private final Mails mails;
    private final Ledger ledger;
    private final Clock clock;

    AnnounceInvitation(Mails mails, Ledger ledger, Clock clock) {
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

    /** The invitation was answered or taken back: nothing that waits is of use any more. */
    public Effect settled(InvitationState invitation) {
        List<Mail> waiting = mails.list(null, invitation.invitationId(), State.QUEUED, PER_INVITATION);
        waiting.forEach(mail -> ledger.change(mail, mail.withdrawn(Reason.OVERTAKEN)));
        return waiting.isEmpty() ? Effect.REPEATED : Effect.APPLIED;
    }

    private Effect queue(MailKind kind, InvitationState invitation, FactHeaders fact) {
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
}
