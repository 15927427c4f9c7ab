package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
     * @throws MeetingUnknown when the meeting was never told of
     * @throws CapacityBelowConfirmed when more people hold a seat; nothing has changed then
     */
    public void reserve(String meetingId, int capacity) {
        KnownMeeting meeting = meetings.find(meetingId).orElseThrow(MeetingUnknown::new);
        if (capacity >= meeting.capacity()) {
            takeBackReservation(meeting, capacity);
            return;
        }
        List<Registration> taken = new ArrayList<>();
        if (!holdBack(meeting, capacity, taken)) {
            taken.forEach(this::release);
            promotion.run(meetingId);
            throw new CapacityBelowConfirmed(registrations.count(meetingId, Status.CONFIRMED));
        }
        meetings.limit(meetingId, capacity);
        log.info("meeting {} lowered to {} seats", meetingId, capacity);
    }

    /** event-service could not publish what it reserved. More seats than are opened come by the stream alone. */
    private void takeBackReservation(KnownMeeting meeting, int capacity) {
        if (capacity > meeting.capacity() && capacity <= meeting.seatsOpened()) {
            meetings.limit(meeting.id(), capacity);
            meetings.find(meeting.id()).ifPresent(this::follow);
        }
    }

    /** Brings the seats in line with the meeting as last learned; run again it changes nothing. */
    public void follow(KnownMeeting meeting) {
        Map<Integer, Registration> seats = latest(meeting.id());
        for (int number = meeting.newcomerSeats() + 1; number <= meeting.seatsOpened(); number++) {
            if (!seats.containsKey(number)) {
                registrations.insert(List.of(Registration.openedSeat(meeting.id(), number)));
            }
        }
        int surplus = surplus(meeting, meeting.capacity(), latest(meeting.id()));
        if (surplus > 0) {
            holdBack(meeting, meeting.capacity(), new ArrayList<>());
        } else if (surplus < 0) {
            latest(meeting.id()).values().stream()
                    .filter(seat -> seat.status() == Status.HELD_BACK)
                    .limit(-surplus)
                    .forEach(this::release);
        }
        promotion.run(meeting.id());
    }

    /** First-generation seats that no newcomer will take any more (a lost guess, a crash) are opened. */
    public void openGaps(KnownMeeting meeting) {
        Map<Integer, Registration> seats = latest(meeting.id());
        for (int number = 1; number <= meeting.newcomerSeats(); number++) {
            if (!seats.containsKey(number)) {
                registrations.insert(List.of(Registration.openedSeat(meeting.id(), number)));
            }
        }
    }

    private boolean holdBack(KnownMeeting meeting, int capacity, List<Registration> taken) {
        while (true) {
            Map<Integer, Registration> seats = latest(meeting.id());
            int surplus = surplus(meeting, capacity, seats);
            if (surplus <= 0) {
                return true;
            }
            boolean found = false;
            for (int number = meeting.seatsOpened(); number > 0 && surplus > 0; number--) {
                Registration holder = seats.get(number);
                if (holder == null || holder.freeSeatOf != null) {
                    int generation = holder == null ? 0 : holder.generation + 1;
                    Registration kept = Registration.heldBackSeat(meeting.id(), number, generation);
                    if (registrations.insert(List.of(kept)).isEmpty()) {
                        taken.add(kept);
                        surplus--;
                    }
                    if (holder != null) {
                        registrations.notFree(holder.id());
                    }
                    found = true;
                }
            }
            if (!found) {
                return false;
            }
        }
    }

    private void release(Registration kept) {
        registrations.moveHouseSeat(kept, Status.OPENED);
    }

    /** Seats in use beyond the capacity: opened, minus those the house keeps, minus the capacity. */
    private static int surplus(KnownMeeting meeting, int capacity, Map<Integer, Registration> seats) {
        long heldBack = seats.values().stream()
                .filter(seat -> seat.status() == Status.HELD_BACK)
                .count();
        return (int) (meeting.seatsOpened() - heldBack - capacity);
    }

    /** Of each seat its last holder. */
    private Map<Integer, Registration> latest(String meetingId) {
        Map<Integer, Registration> latest = new TreeMap<>();
        for (Registration registration : registrations.ofMeeting(meetingId)) {
            if (registration.seat() != null && registration.seatKey != null) {
                latest.merge(registration.seat(), registration, (a, b) -> a.generation >= b.generation ? a : b);
            }
        }
        return latest;
    }
}
