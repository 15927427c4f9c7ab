package dk.astra.registration.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Free seats that are kept, one by one, for a group that waits for all of them: nobody's until the group is decided on,
 * then its people's, or free again. A kept seat is the next generation of a free one, and is handed on as the next of
 * its own, so the unique keys decide as ever (P1).
 */
@Component
public class CollectedSeats {

    private static final Logger log = LoggerFactory.getLogger(CollectedSeats.class);

    private final Registrations registrations;
    private final RegistrationFacts facts;
    private final PlaceInLine places;
    private final Clock clock;

    CollectedSeats(Registrations registrations, RegistrationFacts facts, PlaceInLine places, Clock clock) {
        this.registrations = registrations;
        this.facts = facts;
        this.places = places;
        this.clock = clock;
    }

    /** Those of the group who still wait together, in order of arrival. */
    public List<Registration> waiting(String meetingId, String groupId) {
        return registrations.waitingTogether(meetingId).stream()
                .filter(one -> groupId.equals(one.groupId()))
                .toList();
    }

    /**
     * Keeps free seats until there are enough. Who does so with the same name at the same time keeps the same ones.
     *
     * @return false when there are not enough; those that are kept stay so
     */
    public boolean collect(String meetingId, String hold, int needed) {
        while (true) {
            int lacking = needed - registrations.heldFor(hold).size();
            if (lacking <= 0) {
                return true;
            }
            List<Registration> free = registrations.freeSeats(meetingId, lacking);
            if (free.size() < lacking) {
                return false;
            }
            free.forEach(seat -> keep(seat, hold));
        }
    }

    private void keep(Registration free, String hold) {
        Integer seat = free.seat();
        if (seat != null) {
            registrations.insert(List.of(
                    Registration.collectedSeat(free.meetingId(), seat, free.generation() + 1, hold, clock.instant())));
        }
        // stored, or handed on by somebody else before
        registrations.notFree(List.of(free.id()));
    }

    /**
     * Gives each of the group who waits one of the seats that are kept. Repeating it finishes what a crash interrupted.
     *
     * @return how many got one
     */
    public int give(String meetingId, String groupId, String hold) {
        Deque<Registration> kept = new ArrayDeque<>(registrations.heldFor(hold));
        return (int) waiting(meetingId, groupId).stream()
                .filter(one -> give(one, kept))
                .count();
    }

    private boolean give(Registration one, Deque<Registration> kept) {
        Optional<Registration> read = Optional.of(one);
        while (!kept.isEmpty() && read.isPresent() && read.get().waitsTogether()) {
            Registration seat = kept.getFirst();
            Instant now = clock.instant();
            try {
                Optional<Registration> seated = registrations.change(
                        read.get(),
                        copy -> {
                            copy.waitsTogetherAt = null;
                            copy.takeSeat(Objects.requireNonNull(seat.seat), seat.generation + 1);
                            copy.seated(now);
                            return copy;
                        },
                        facts::promotedTogether);
                if (seated.isPresent()) {
                    registrations.notHeld(kept.removeFirst().id());
                    facts.relay(one.id(), seated.get().outbox());
                    places.left(one.meetingId());
                    log.info("registration {} moved up to seat {}, with its group", one.id(), seat.seat);
                    return true;
                }
            } catch (SeatTaken anotherOfTheGroupHasIt) {
                registrations.notHeld(kept.removeFirst().id());
            }
            read = registrations.find(one.id());
        }
        return false;
    }

    /** Places of the group that have a seat, and nobody is named for. */
    public int unnamed(String groupId) {
        return (int) registrations.findByGroup(groupId).stream()
                .filter(one -> one.isUnnamed() && one.status() == Status.CONFIRMED)
                .count();
    }

    /** Seats that are kept become free; it is for the caller to hand them on. */
    public void letGo(String meetingId, String hold) {
        registrations.free(hold, meetingId);
    }

    /** From now on everybody of the group waits alone, with the number they have. */
    public void part(String meetingId, String groupId) {
        for (Registration one : waiting(meetingId, groupId)) {
            Optional<Registration> read = Optional.of(one);
            while (read.isPresent() && read.get().waitsTogether()) {
                registrations.change(
                        read.get(),
                        copy -> {
                            copy.waitsTogetherAt = null;
                            return copy;
                        },
                        null);
                read = registrations.find(one.id());
            }
        }
    }
}
