package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeeting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Seats for a group in two steps: held, which nobody is told of, and then taken or let go, as the group is decided on.
 * The unique keys decide each seat as ever (P1); a seat that was held and let go moves on like any freed one.
 */
@Component
public class GroupSeats {

    private static final Logger log = LoggerFactory.getLogger(GroupSeats.class);
    private static final int MOST = 20;

    private final Registrations registrations;
    private final PlaceCandidates candidates;
    private final PromoteWaiting promotion;
    private final MeetingLines lines;
    private final RegistrationFacts facts;

    GroupSeats(
            Registrations registrations,
            PlaceCandidates candidates,
            PromoteWaiting promotion,
            MeetingLines lines,
            RegistrationFacts facts) {
        this.registrations = registrations;
        this.candidates = candidates;
        this.promotion = promotion;
        this.lines = lines;
        this.facts = facts;
    }

    /** The places of a group, held ones included. */
    public List<Registration> of(String groupId) {
        return registrations.findByGroup(groupId);
    }

    /** The same by number. */
    public Map<Integer, Registration> byNumber(String groupId) {
        return of(groupId).stream()
                .collect(Collectors.toMap(Registration::groupPlace, Function.identity(), (a, b) -> a));
    }

    /** Whether a mailbox has a live registration at the meeting. */
    public boolean isRegistered(PlaceWish wish) {
        Contact person = wish.person();
        return person != null
                && registrations
                        .findByPersonKey(candidates.personKey(wish.meetingId(), person))
                        .isPresent();
    }

    /** Seats that a newcomer could have now; as far as one group needs to know. */
    public int left(KnownMeeting meeting) {
        Set<Integer> used = registrations.usedNewSeats(meeting.id());
        int unused = (int) IntStream.rangeClosed(1, meeting.newcomerSeats())
                .filter(seat -> !used.contains(seat))
                .count();
        boolean somebodyWaits = !registrations.firstAlone(meeting.id(), 1).isEmpty();
        return somebodyWaits
                ? unused
                : unused + registrations.freeSeats(meeting.id(), MOST).size();
    }

    /**
     * Holds a seat that nobody ever had, or one that is free while nobody waits for it but groups that it does not
     * suffice for. Repeating it holds no other.
     *
     * @return false when there is none
     */
    public boolean hold(PlaceWish wish, KnownMeeting meeting) {
        while (true) {
            Registration place = candidates.unnamed(wish);
            place.groupHold = wish.groupId();
            Optional<Registration> freed = Optional.empty();
            if (!takeUnused(place, meeting)) {
                freed = takeFreed(place);
                if (freed.isEmpty()) {
                    return false;
                }
            }
            boolean stored = registrations.insert(List.of(place)).isEmpty();
            if (!stored
                    && registrations
                            .findByIdempotencyKey(PlaceCandidates.key(wish))
                            .isPresent()) {
                return true;
            }
            freed.ifPresent(seat -> registrations.notFree(List.of(seat.id())));
            if (stored) {
                return true;
            }
        }
    }

    private boolean takeUnused(Registration place, KnownMeeting meeting) {
        Optional<Integer> seat = MoveToTwin.unusedSeat(meeting, registrations.usedNewSeats(meeting.id()));
        seat.ifPresent(number -> place.takeSeat(number, 0));
        return seat.isPresent();
    }

    /** @return the last holder of the seat */
    private Optional<Registration> takeFreed(Registration place) {
        for (Registration freed : registrations.freeSeats(place.meetingId(), 1)) {
            Integer seat = freed.seat();
            if (seat != null && registrations.firstAlone(place.meetingId(), 1).isEmpty()) {
                place.takeSeat(seat, freed.generation + 1);
                return Optional.of(freed);
            }
        }
        return Optional.empty();
    }

    /**
     * The seat is the place's from now on, and everybody is told. Where the person got a registration of their own
     * meanwhile, the seat is let go.
     *
     * @return false when the place is not the group's any more
     */
    public boolean take(Registration held, PlaceWish wish) {
        Contact person = wish.person();
        String personId = person == null ? wish.leaderId() : candidates.personId(person);
        Optional<Registration> read = Optional.of(held);
        while (read.isPresent() && read.get().isHeld()) {
            Registration place = read.get();
            if (place.status() != Status.CONFIRMED) {
                registrations.change(place, GroupSeats::notHeld, null);
            } else {
                try {
                    registrations
                            .change(
                                    place,
                                    copy -> {
                                        if (person != null) {
                                            candidates.name(copy, person, personId);
                                            copy.role = wish.role();
                                        }
                                        return notHeld(copy);
                                    },
                                    after -> facts.created(after, facts.trace()))
                            .ifPresent(taken -> facts.relay(taken.id(), taken.outbox()));
                } catch (SeatTaken personIsThere) {
                    letGo(place);
                }
            }
            read = registrations.find(held.id());
        }
        return read.filter(place -> wish.groupId().equals(place.groupId())).isPresent();
    }

    private static Registration notHeld(Registration place) {
        place.groupHold = null;
        return place;
    }

    /**
     * A seat if there is one after all, else the end of the line.
     *
     * @return false when the person has a registration of their own
     */
    public boolean join(PlaceWish wish, KnownMeeting meeting) {
        Receipt receipt = lines.join(meeting, candidates.of(wish), null);
        return wish.groupId().equals(receipt.registration().groupId());
    }

    /** As if it had never been held; the seat is free for whoever is next. */
    public void letGo(Registration held) {
        Optional<Registration> read = Optional.of(held);
        while (read.isPresent() && read.get().isHeld()) {
            boolean free = read.get().status() == Status.CONFIRMED;
            Optional<Registration> freed =
                    registrations.change(read.get(), free ? GroupSeats::withoutTrace : GroupSeats::notHeld, null);
            if (freed.isPresent() && free) {
                log.info("seat {} at meeting {} was held for a group, and is free", held.seat(), held.meetingId());
                promotion.run(held.meetingId());
            }
            read = registrations.find(held.id());
        }
    }

    private static Registration withoutTrace(Registration place) {
        place.status = Status.OPENED;
        place.freeSeatOf = place.meetingId;
        place.personId = null;
        place.contact = null;
        place.personKey = null;
        place.linkHash = null;
        place.idempotencyKey = null;
        place.institutionNumber = null;
        place.municipalityCode = null;
        place.side = null;
        place.campaign = null;
        place.groupId = null;
        place.groupPlace = null;
        place.unnamed = null;
        return notHeld(place);
    }

    /** Seats that are held, for whatever group. */
    public List<Registration> held(int limit) {
        return registrations.heldForGroups(limit);
    }
}
