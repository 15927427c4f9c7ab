package dk.astra.registration.invitations.messaging;

import dk.astra.contracts.Streams;
import dk.astra.contracts.invitations.InvitationAnswered;
import dk.astra.contracts.invitations.InvitationReminded;
import dk.astra.contracts.invitations.InvitationSent;
import dk.astra.contracts.invitations.InvitationState;
import dk.astra.contracts.invitations.InvitationWithdrawn;
import dk.astra.contracts.invitations.Reply;
import dk.astra.messaging.Outbox;
import dk.astra.messaging.Outboxes;
import dk.astra.messaging.PendingFact;
import dk.astra.registration.invitations.Invitation;
import dk.astra.registration.invitations.InvitationFacts;
import org.springframework.stereotype.Component;

/** Invitations as facts on the stream {@code invitations}. */
@Component
class StreamInvitationFacts implements InvitationFacts {

    private final Outbox outbox;

    StreamInvitationFacts(Outboxes outboxes) {
        this.outbox = outboxes.outbox("invitations", Streams.INVITATIONS);
    }

    @Override
    public PendingFact sent(Invitation after) {
        return outbox.pending(new InvitationSent(state(after)), after.version());
    }

    @Override
    public PendingFact reminded(Invitation after) {
        return outbox.pending(new InvitationReminded(state(after)), after.version());
    }

    @Override
    public PendingFact answered(Invitation after) {
        return outbox.pending(new InvitationAnswered(state(after)), after.version());
    }

    @Override
    public PendingFact withdrawn(Invitation after) {
        return outbox.pending(new InvitationWithdrawn(state(after)), after.version());
    }

    @Override
    public void relay(Invitation written) {
        outbox.relay(written.id(), written.outbox());
    }

    private static InvitationState state(Invitation i) {
        return new InvitationState(
                i.id(),
                i.meetingId(),
                i.personId(),
                i.version(),
                Reply.valueOf(i.answer().name()),
                i.invitedAt(),
                i.reminders(),
                i.answeredAt());
    }
}
