package dk.astra.registration.invitations;

import dk.astra.messaging.PendingFact;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Port: the invitations. Each change is one write of one document. */
public interface Invitations {

    /** @return false when that person is invited to that meeting already; nothing is stored then */
    boolean insert(Invitation invitation);

    Optional<Invitation> find(String id);

    /** Ids that are not there are missing. */
    List<Invitation> findAll(Collection<String> ids);

    Optional<Invitation> findByLinkHash(String linkHash);

    /** Those with one of these keys of invited persons. */
    List<Invitation> findByKeys(Collection<String> invitationKeys);

    /** What one request of an organiser invited. */
    List<Invitation> findByRequest(String requestKey);

    /** Those taken back included, the oldest first. */
    List<Invitation> ofMeeting(String meetingId);

    List<Invitation> findByPerson(String personId);

    /** Those whose registration may not have followed the answer yet. */
    List<Invitation> settling(int limit);

    /**
     * Changes one invitation if it is still as read: version rises by one, the fact that {@code fact} freezes from
     * the changed state joins the outbox, all in one write.
     *
     * @param change works on a fresh copy
     * @return the changed invitation; empty when it was changed meanwhile
     */
    Optional<Invitation> change(
            Invitation read, Consumer<Invitation> change, @Nullable Function<Invitation, PendingFact> fact);
}
