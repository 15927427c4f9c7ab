package dk.astra.registration.registration;

import dk.astra.messaging.PendingFact;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Port: the registrations, and the keys that decide every race. Each change is one write of one document; a store
 * that does not answer throws Spring's DataAccessException and may or may not have written.
 */
public interface Registrations {

    /**
     * Writes new registrations at once, in order.
     *
     * @return positions of those that lost a unique key; all others are stored
     */
    List<Integer> insert(List<Registration> registrations);

    /** Ids that are not there, or have no person any more, are missing. */
    List<Registration> findAll(Collection<String> ids);

    Optional<Registration> find(String id);

    Optional<Registration> findByPersonKey(String personKey);

    List<Registration> findByPersonKeys(Collection<String> personKeys);

    Optional<Registration> findByIdempotencyKey(String idempotencyKey);

    List<Registration> findByIdempotencyKeys(Collection<String> idempotencyKeys);

    Optional<Registration> findByLinkHash(String linkHash);

    List<Registration> findByPerson(String personId);

    /** The registration that this link opened before its seat was given to a colleague. */
    Optional<Registration> findByFormerLinkHash(String linkHash);

    /** Registrations at twin meetings whose predecessor may still hold a seat. */
    List<Registration> moving(int limit);

    /** Seats whose offer has ended, longest ago first. */
    List<Registration> offersOver(Instant now, int limit);

    /** Ids of registrations that may have to be brought in line with the one at the twin meeting. */
    List<String> pairing(int limit);

    /** The predecessor holds nothing any more. */
    void moved(String registrationId);

    /** Forgets those who gave a seat away, when their time is over. @return how many */
    long forgetFormerUntil(Instant now);

    /** Forgets one of them everywhere. */
    void forgetFormer(String personId);

    /** Places of a group, by number; those that were let go are missing. */
    List<Registration> findByGroup(String groupId);

    /** Seats that are held for groups. */
    List<Registration> heldForGroups(int limit);

    /** All documents of a meeting, the house's own seats included, by seat, then waiting number. */
    List<Registration> ofMeeting(String meetingId);

    /** All that hold or held a seat, with nothing but what concerns the seat; not to be passed to {@link #change}. */
    List<Registration> seats(String meetingId);

    List<Registration> live(String meetingId, int limit);

    /** The last holders of the lowest free seats. */
    List<Registration> freeSeats(String meetingId, int limit);

    List<Registration> firstInLine(String meetingId, int limit);

    /** The same without those who wait together with their group. */
    List<Registration> firstAlone(String meetingId, int limit);

    /** Those who wait together with their groups, in order of arrival. */
    List<Registration> waitingTogether(String meetingId);

    /** Seats that are held for this. */
    List<Registration> heldFor(String hold);

    /** The seat that was held has been taken. */
    void notHeld(String registrationId);

    /** All seats that are held for this become free. */
    void free(String hold, String meetingId);

    /** @return 0 when nobody ever waited */
    long highestWaitingNumber(String meetingId);

    /** Seats of the first generation that were ever taken, by people or the house. */
    Set<Integer> usedNewSeats(String meetingId);

    /** Those of these seats that were ever taken, for the first time or again. */
    Set<Integer> takenNewSeats(String meetingId, Collection<Integer> seats);

    long count(String meetingId, Status status);

    /** How many wait with a lower number. */
    long waitingBefore(String meetingId, long waitingNumber);

    /** Numbers from {@code first} to {@code last} that still wait, rising. */
    List<Long> waitingNumbers(String meetingId, long first, long last);

    /** Those of these numbers that were given and wait no more. */
    Set<Long> leftNumbers(String meetingId, Collection<Long> numbers);

    /**
     * Changes one registration if it is still as read: version rises by one, the fact that {@code fact} freezes from
     * the changed state joins the outbox, all in one write.
     *
     * @param change works on a fresh copy; it is not told of the version
     * @return the changed registration; empty when it was changed meanwhile
     * @throws SeatTaken when the change lost a seat key
     */
    Optional<Registration> change(
            Registration read, UnaryOperator<Registration> change, @Nullable Function<Registration, PendingFact> fact);

    /** Takes the mark off seats that were handed on. */
    void notFree(Collection<String> registrationIds);

    /** A seat that the house keeps becomes OPENED (free); false when it is not as read any more. */
    boolean release(Registration kept);

    /** Counts on a seat that the house keeps: who read it before cannot release it; false when it is not as read. */
    boolean keep(Registration kept);
}
