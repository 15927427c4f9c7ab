package dk.astra.registration.registration;

import dk.astra.contracts.registrations.CancelReason;
import dk.astra.contracts.registrations.CancelledBy;
import dk.astra.messaging.PendingFact;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Port: tells the other services. A fact is frozen before the write and relayed after it. */
public interface RegistrationFacts {

    /** Trace of the request that this thread serves, for {@link #created}; null where there is none. */
    @Nullable
    String trace();

    /** Frozen by the thread that writes for many requests, hence the trace. */
    PendingFact created(Registration after, @Nullable String trace);

    PendingFact promoted(Registration after);

    /** The same of one of a group that gets its seats all at once. */
    PendingFact promotedTogether(Registration after);

    PendingFact changed(Registration after, Set<String> changed);

    PendingFact offered(Registration after);

    /** @param leaderOf the group whose leader gave the place up for the person */
    PendingFact cancelled(
            Registration after,
            CancelledBy by,
            Status previous,
            @Nullable CancelReason reason,
            @Nullable String leaderOf);

    PendingFact attendance(Registration after, boolean attended);

    PendingFact erased(Registration after);

    PendingFact linkRequested(Registration after);

    PendingFact moved(Registration after, Status previous, Registration to);

    PendingFact transferred(Registration after, String previousPersonId);

    PendingFact named(Registration after);

    /** Sends what the acknowledged write left in the document. */
    void relay(String registrationId, List<PendingFact> facts);
}
