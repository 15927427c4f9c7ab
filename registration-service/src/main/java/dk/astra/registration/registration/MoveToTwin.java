package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.people.Keys;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Goes over to the twin meeting: the seat there is taken first, then the one here is freed, so nobody is ever without.
 * Each is a write of one document; what a crash left between them, the sweep finishes. Who only waits here stands at
 * the end of the line there, or gets a seat.
 */
@Component
public class MoveToTwin {

    private static final Logger log = LoggerFactory.getLogger(MoveToTwin.class);
    private static final int AT_A_TIME = 100;

    private final KnownMeetings meetings;
    private final Registrations registrations;
    private final CancelRegistration cancellation;
    private final PromoteWaiting promotion;
    private final PlaceInLine places;
    private final MeetingLines lines;
    private final RegistrationFacts facts;
    private final TakeNeedsAlong needs;
    private final Keys keys;
    private final Clock clock;

    MoveToTwin(
            KnownMeetings meetings,
            Registrations registrations,
            CancelRegistration cancellation,
            PromoteWaiting promotion,
            PlaceInLine places,
            MeetingLines lines,
            RegistrationFacts facts,
            TakeNeedsAlong needs,
            Keys keys,
            Clock clock) {
        this.meetings = meetings;
        this.registrations = registrations;
        this.cancellation = cancellation;
        this.promotion = promotion;
        this.places = places;
        this.lines = lines;
        this.facts = facts;
        this.needs = needs;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Repeating it answers with the first one.
     *
     * @return the registration at the twin meeting
     * @throws NotATwin when the meetings do not have the same content
     * @throws TwinFull when the person holds a seat here, and none is free there; nothing has changed then
     * @throws RegisteredAtTwin when the person is registered there by themselves
     * @throws CancellationClosed when the seat here cannot be given up any more
     * @throws SeatHandedOver when the seat at the twin was given to somebody else since
     */
    public Registration move(Registration from, String twinId) {
        KnownMeeting here = meetings.findRecent(from.meetingId()).orElseThrow(MeetingUnknown::new);
        if (!here.isTwinOf(twinId)) {
            throw new NotATwin();
        }
        if (from.movedTo != null) {
            return registrations
                    .find(from.movedTo)
                    .filter(from::isOfSamePersonAs)
                    .orElseThrow(SeatHandedOver::new);
        }
        if (!from.status().isLive()) {
            throw new LinkUnknown();
        }
        if (!cancellation.mayCancel(here, from)) {
            throw new CancellationClosed();
        }
        KnownMeeting there = meetings.findRecent(twinId).orElseThrow(MeetingUnknown::new);
        Instant now = clock.instant();
        if (!there.isOpenAt(now)) {
            throw Register.refusal(there, now);
        }
        if (there.isByInvitation() && !here.isByInvitation()) {
            throw new InvitationRequired();
        }
        Registration to = successor(from, here, there, now);
        needs.toTwin(from, to, there);
        Registration stored = from.status().holdsSeat() ? seated(to, there) : inLine(to, there);
        finish(stored);
        return stored;
    }

    /** The same person with the same answers; its version goes on from both, so that the calendar entry follows it. */
    private Registration successor(Registration from, KnownMeeting here, KnownMeeting there, Instant now) {
        Contact contact = from.contact();
        if (contact == null) {
            throw new LinkUnknown();
        }
        Registration to = samePerson(from, contact, there.id(), keys, now);
        to.version = here.version() + from.version() + 1;
        to.calendarEntry = from.calendarEntry == null ? from.id : from.calendarEntry;
        to.movingFrom = from.id;
        return to;
    }

    /** A registration at another meeting with the same answers and a link of its own. */
    static Registration samePerson(Registration from, Contact contact, String meetingId, Keys keys, Instant now) {
        Registration to = new Registration();
        to.id = UUID.randomUUID().toString();
        to.meetingId = meetingId;
        to.personId = from.personId;
        to.personKey = keys.person(meetingId, contact.email());
        to.contact = contact;
        to.linkHash = Keys.hash(keys.link(to.id, to.linkGeneration));
        to.channel = from.channel;
        to.institutionNumber = from.institutionNumber;
        to.municipalityCode = from.municipalityCode;
        to.side = from.side;
        to.role = from.role;
        to.campaign = from.campaign;
        to.registeredAt = now.truncatedTo(ChronoUnit.MILLIS);
        return to;
    }

    private Registration inLine(Registration to, KnownMeeting there) {
        Receipt receipt = lines.join(there, to, null);
        return receipt.first() ? receipt.registration() : own(receipt.registration(), to);
    }

    /** Takes a seat that nobody ever had, or one that is free while nobody waits for it; the unique keys decide. */
    private Registration seated(Registration to, KnownMeeting there) {
        while (true) {
            Optional<Registration> freed = takeSeat(to, there);
            to.outbox = null;
            to.add(facts.created(to, facts.trace()));
            if (registrations.insert(List.of(to)).isEmpty()) {
                freed.ifPresent(seat -> registrations.notFree(List.of(seat.id())));
                facts.relay(to.id(), to.outbox());
                return to;
            }
            Optional<Registration> known = registrations.findByPersonKey(String.valueOf(to.personKey));
            if (known.isPresent()) {
                return own(known.get(), to);
            }
            freed.ifPresent(seat -> registrations.notFree(List.of(seat.id())));
        }
    }

    /** A seat that nobody ever had. */
    static Optional<Integer> unusedSeat(KnownMeeting meeting, Set<Integer> used) {
        return IntStream.rangeClosed(1, meeting.newcomerSeats())
                .filter(seat -> !used.contains(seat))
                .boxed()
                .findFirst();
    }

    /** @return the last holder of the seat, where it had one */
    private Optional<Registration> takeSeat(Registration to, KnownMeeting there) {
        Set<Integer> used = registrations.usedNewSeats(there.id());
        Optional<Integer> unused = unusedSeat(there, used);
        if (unused.isPresent()) {
            to.takeSeat(unused.get(), 0);
            return Optional.empty();
        }
        for (Registration freed : registrations.freeSeats(there.id(), 1)) {
            Integer seat = freed.seat();
            if (seat != null && registrations.firstAlone(there.id(), 1).isEmpty()) {
                to.takeSeat(seat, freed.generation + 1);
                return Optional.of(freed);
            }
        }
        throw new TwinFull();
    }

    /** The second of two clicks finds what the first one did. */
    private static Registration own(Registration known, Registration wanted) {
        if (wanted.calendarEntry == null || !wanted.calendarEntry.equals(known.calendarEntry)) {
            throw new RegisteredAtTwin();
        }
        return known;
    }

    private void finish(Registration to) {
        if (to.movingFrom == null) {
            return;
        }
        Optional<Registration> read = registrations.find(to.movingFrom);
        // a seat that was given to a colleague meanwhile is the colleague's
        while (read.isPresent() && read.get().status().isLive() && read.get().isOfSamePersonAs(to)) {
            Registration from = read.get();
            Status previous = from.status();
            Optional<Registration> left = registrations.change(
                    from,
                    registration -> {
                        registration.end(null, true);
                        registration.movedTo = to.id;
                        return registration;
                    },
                    after -> facts.moved(after, previous, to));
            if (left.isPresent()) {
                log.info("registration {} goes on as {}", from.id(), to.id());
                facts.relay(from.id(), left.get().outbox());
                if (!previous.holdsSeat()) {
                    places.left(from.meetingId());
                }
                if (previous.holdsSeat() || from.waitsTogether()) {
                    promotion.run(from.meetingId());
                }
            }
            read = registrations.find(to.movingFrom);
        }
        registrations.moved(to.id());
    }

    /** What a crash interrupted. */
    @Scheduled(fixedDelayString = "${tilmelding.sweep:10s}", initialDelayString = "${tilmelding.sweep:10s}")
    void sweep() {
        try {
            registrations.moving(AT_A_TIME).forEach(this::finish);
        } catch (RuntimeException e) {
            log.warn("moves to twin meetings will be finished later: {}", e.toString());
        }
    }
}
