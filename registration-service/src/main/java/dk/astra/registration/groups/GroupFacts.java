package dk.astra.registration.groups;

import dk.astra.messaging.PendingFact;
import java.util.List;

/** Port: tells the other services. A fact is frozen before the write and relayed after it. */
public interface GroupFacts {

    /** @param unnamed places without a person */
    PendingFact signedUp(Group after, int unnamed);

    PendingFact namingDue(Group after, int unnamed);

    PendingFact lapsed(Group after);

    /** @param unnamed places without a person that have a seat */
    PendingFact seated(Group after, int unnamed);

    /** Sends what the acknowledged write left in the document. */
    void relay(String groupId, List<PendingFact> facts);
}
