package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens and closes seats when a meeting's capacity changes.
 *
 * <p>A lower capacity is kept by letting the house hold seats, through the same unique keys by which people take
 * them: so a seat is either somebody's or the house's, whoever is at it at the same time. A higher capacity opens
 * seats as free ones, to be handed out from the line.
 */
@Component
public class SeatCapacity {

    private static final Logger log = LoggerFactory.getLogger(SeatCapacity.class);

    private final Registrations registrations;
    private final KnownMeetings meetings;
    private final PromoteWaiting promotion;

    SeatCapacity(Registrations registrations, KnownMeetings meetings, PromoteWaiting promotion) {
        this.registrations = registrations;
        this.meetings = meetings;
        this.promotion = promotion;
    }

    /**
     * Makes room for a capacity that is about to be published.
     *
     * <p>The limit is written before the seats are read, and the house's seats are counted on by a write. Who brings
     * seats in line with an earlier capacity at the same time reads in the opposite order: it sees the limit, or
     * loses the seats it wanted to open.
     *
     * @throws MeetingUnknown when the meeting was never told of
     * @throws CapacityBelowConfirmed when more people hold a seat; nothing has changed then
     */
    public void reserve(String meetingId, int capacity) {
        while (true) {
            KnownMeeting meeting = meetings.find(meetingId).orElseThrow(MeetingUnknown::new);
            boolean lower = capacity < meeting.capacity();
            // more seats than were ever opened come by the stream alone
            int kept = lower || capacity <= meeting.seatsOpened() ? capacity : meeting.capacity();
            Optional<KnownMeeting> limited = meetings.limit(meeting, kept, capacity);
            if (limited.isPresent()) {
                if (lower) {
                    lower(meeting, limited.get());
                } else if (kept > meeting.capacity()) {
                    follow(meetingId); // event-service could not publish what it reserved
                }
                return;
            }
        }
    }

    private void lower(KnownMeeting before, KnownMeeting limited) {
        List<Registration> taken = new ArrayList<>();
        if (!holdBack(limited, taken)) {
            meetings.unlimit(limited, before);
            taken.forEach(registrations::release);
            promotion.run(before.id());
            throw new CapacityBelowConfirmed(registrations.count(before.id(), Status.CONFIRMED)
                    + registrations.count(before.id(), Status.OFFERED));
        }
        log.info("meeting {} lowered to {} seats", before.id(), limited.capacity());
    }

    /** Brings the seats in line with the meeting as last learned; run again it changes nothing. */
    public void follow(String meetingId) {
        Map<Integer, Registration> seats = latest(meetingId);
        KnownMeeting meeting = meetings.find(meetingId).orElseThrow(MeetingUnknown::new);
        for (int number = meeting.newcomerSeats() + 1; number <= meeting.seatsOpened(); number++) {
            if (!seats.containsKey(number)) {
                registrations.insert(List.of(Registration.openedSeat(meetingId, number)));
            }
        }
        int surplus = surplus(meeting, seats);
        if (surplus > 0) {
            holdBack(meeting, new ArrayList<>());
        } else if (surplus < 0) {
            heldBack(seats).limit(-surplus).forEach(registrations::release);
        }
        promotion.run(meetingId);
    }

    private boolean holdBack(KnownMeeting meeting, List<Registration> taken) {
        while (true) {
            Map<Integer, Registration> seats = latest(meeting.id());
            int surplus = surplus(meeting, seats);
            if (surplus <= 0) {
                if (heldBack(seats).allMatch(registrations::keep)) {
                    return true;
                }
            } else if (!takeFree(meeting, seats, surplus, taken)) {
                return false;
            }
        }
    }

    /** @return false when no seat was free */
    private boolean takeFree(
            KnownMeeting meeting, Map<Integer, Registration> seats, int surplus, List<Registration> taken) {
        boolean found = false;
        int left = surplus;
        for (int number = meeting.seatsOpened(); number > 0 && left > 0; number--) {
            Registration holder = seats.get(number);
            if (holder == null || holder.freeSeatOf != null) {
                int generation = holder == null ? 0 : holder.generation + 1;
                Registration kept = Registration.heldBackSeat(meeting.id(), number, generation);
                if (registrations.insert(List.of(kept)).isEmpty()) {
                    taken.add(kept);
                    left--;
                }
                if (holder != null) {
                    registrations.notFree(List.of(holder.id()));
                }
                found = true;
            }
        }
        return found;
    }

    private static Stream<Registration> heldBack(Map<Integer, Registration> seats) {
        return seats.values().stream().filter(seat -> seat.status() == Status.HELD_BACK);
    }

    /** Seats in use beyond the capacity: opened, minus those the house keeps, minus the capacity. */
    private static int surplus(KnownMeeting meeting, Map<Integer, Registration> seats) {
        return (int) (meeting.seatsOpened() - heldBack(seats).count() - meeting.capacity());
    }

    /** Of each seat its last holder. */
    private Map<Integer, Registration> latest(String meetingId) {
        Map<Integer, Registration> latest = new TreeMap<>();
        for (Registration registration : registrations.seats(meetingId)) {
            if (registration.seat() != null && registration.seatKey != null) {
                latest.merge(registration.seat(), registration, (a, b) -> a.generation >= b.generation ? a : b);
            }
        }
        return latest;
    }
}
