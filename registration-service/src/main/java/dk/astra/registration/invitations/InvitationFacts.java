package dk.astra.registration.invitations;

import dk.astra.messaging.PendingFact;

/** Port: tells the other services. A fact is frozen before the write and relayed after it. */
public interface InvitationFacts {

    PendingFact sent(Invitation after);

    PendingFact reminded(Invitation after);

    PendingFact answered(Invitation after);

    PendingFact withdrawn(Invitation after);

    /** Sends what the acknowledged write left in the document. */
    void relay(Invitation written);
}
