package dk.astra.registration.groups;

import dk.astra.messaging.PendingFact;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Port: the groups. Each change is one write of one document. */
public interface Groups {

    /** @return false when the meeting's turn, or the idempotency key, is another group's */
    boolean insert(Group group);

    Optional<Group> find(String id);

    List<Group> findAll(Collection<String> ids);

    Optional<Group> findByLinkHash(String linkHash);

    Optional<Group> findByIdempotencyKey(String idempotencyKey);

    /** The group that is being decided on at the meeting. */
    Optional<Group> inTurn(String meetingId);

    List<Group> ledBy(String personId);

    /** Groups that are not DONE. */
    List<Group> unsettled(int limit);

    List<Group> toRemind(Instant now, int limit);

    List<Group> toLapse(Instant now, int limit);

    /**
     * Changes a group if it is still as read; version and fact as with registrations.
     *
     * @return the changed group; empty when it was changed meanwhile
     */
    Optional<Group> change(Group read, UnaryOperator<Group> change, @Nullable Function<Group, PendingFact> fact);

    void remove(Group group);
}
