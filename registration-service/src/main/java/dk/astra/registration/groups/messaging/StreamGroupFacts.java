package dk.astra.registration.groups.messaging;

import dk.astra.contracts.Streams;
import dk.astra.contracts.registrations.GroupLapsed;
import dk.astra.contracts.registrations.GroupNamingDue;
import dk.astra.contracts.registrations.GroupSeated;
import dk.astra.contracts.registrations.GroupSignedUp;
import dk.astra.contracts.registrations.GroupState;
import dk.astra.messaging.Outbox;
import dk.astra.messaging.Outboxes;
import dk.astra.messaging.PendingFact;
import dk.astra.registration.groups.Group;
import dk.astra.registration.groups.GroupFacts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Groups as facts on the stream {@code registrations}, after those of their places. */
@Component
class StreamGroupFacts implements GroupFacts {

    private final Outbox outbox;

    StreamGroupFacts(Outboxes outboxes) {
        this.outbox = outboxes.outbox("groups", Streams.REGISTRATIONS);
    }

    @Override
    public PendingFact signedUp(Group after, int unnamed) {
        return outbox.pending(new GroupSignedUp(state(after, unnamed)), after.version());
    }

    @Override
    public PendingFact namingDue(Group after, int unnamed) {
        return outbox.pending(new GroupNamingDue(state(after, unnamed)), after.version());
    }

    @Override
    public PendingFact lapsed(Group after) {
        return outbox.pending(new GroupLapsed(state(after, 0)), after.version());
    }

    @Override
    public PendingFact seated(Group after, int unnamed) {
        return outbox.pending(new GroupSeated(state(after, unnamed)), after.version());
    }

    @Override
    public void relay(String groupId, List<PendingFact> facts) {
        outbox.relay(groupId, facts);
    }

    private static GroupState state(Group group, int unnamed) {
        return new GroupState(
                group.id(), group.meetingId(), group.leaderId(), group.version(), group.nameBy(), unnamed);
    }
}
