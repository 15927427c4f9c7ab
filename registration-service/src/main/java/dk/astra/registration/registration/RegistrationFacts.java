package dk.astra.registration.registration;

import dk.astra.contracts.registrations.CancelledBy;
import dk.astra.messaging.PendingFact;
import java.util.List;
import java.util.Set;

/** Port: tells the other services. A fact is frozen before the write and relayed after it. */
public interface RegistrationFacts {

    PendingFact created(Registration after);

    PendingFact promoted(Registration after);

    PendingFact changed(Registration after, Set<String> changed);

    PendingFact cancelled(Registration after, CancelledBy by, Status previous);

    PendingFact attendance(Registration after, boolean attended);

    PendingFact erased(Registration after);

    /** Sends what the acknowledged write left in the document. */
    void relay(String registrationId, List<PendingFact> facts);
}
