package dk.astra.event.meetings;

import dk.astra.messaging.PendingFact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All meetings. */
public interface Meetings {

    Optional<Meeting> find(String id);

    /** @param creationKey hash of the idempotency key that a meeting was created with */
    Optional<Meeting> findByCreationKey(String creationKey);

    /** @return false, and nothing stored, where its id or its creation key is taken */
    boolean add(Meeting meeting);

    /**
     * Writes a changed meeting and adds the facts that tell of the change to those that wait in its outbox.
     *
     * @param readRevision revision it had when it was read
     * @return the meeting as stored, with all facts that wait; empty, and nothing written, where somebody else wrote
     *     since
     */
    Optional<Meeting> write(Meeting meeting, long readRevision, List<PendingFact> facts);

    /** Meetings in any of these states by start, then id; without their facts and keys, so not to be written back. */
    List<Meeting> inStatus(Set<Meeting.Status> states);

    /** The given ones, in any order; unknown ids are left out. */
    List<Meeting> withIds(Set<String> ids);

    /** How many meetings are in each state; 0 where there is none. */
    Map<Meeting.Status, Long> countByStatus();
}
