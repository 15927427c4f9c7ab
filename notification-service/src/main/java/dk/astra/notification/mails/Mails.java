package dk.astra.notification.mails;

import dk.astra.messaging.PendingFact;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ledger's store. */
public interface Mails {

    /** @return ids of those that were not there yet */
    Set<String> insert(Collection<Mail> mails);

    Optional<Mail> find(String mailId);

    /**
     * Stores a transition over the version that it came from, with the fact that tells of it. Transitions of one
     * moment share their round trips.
     *
     * @return false when somebody else changed the mail meanwhile; nothing is stored then
     */
    boolean change(Mail before, Mail after, @Nullable PendingFact fact);

    /** Open mails whose time has come, the most urgent and then the oldest first. */
    List<Mail> due(Instant now, int limit);

    /** The oldest mails that wait for one of these reasons, whatever their time. */
    List<Mail> waitingFor(Collection<Reason> reasons, int limit);

    /** Makes due at once what waits for one of these reasons. @return how many */
    long release(Collection<Reason> reasons, Instant now);

    /** Makes due at once what waits for news of this meeting. */
    long releaseMeeting(String meetingId, Instant now);

    /** Newest first; each condition may be null. */
    List<Mail> list(@Nullable String meetingId, @Nullable String registrationId, @Nullable State state, int limit);

    /** How many mails are in each state, every state named. */
    Map<State, Long> count();

    /** The open mail that has been open for longest. */
    Optional<Mail> oldestOpen();
}
