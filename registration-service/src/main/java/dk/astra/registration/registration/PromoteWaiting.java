package dk.astra.registration.registration;

import dk.astra.messaging.BatchedCall;
import dk.astra.registration.meetings.KnownMeetings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands free seats to the first in line, one after the other (P6). Any number may run at once, and a crash may stop
 * it anywhere: the next run goes on where it was. Nobody moves up once the meeting has begun or is cancelled.
 */
@Component
public class PromoteWaiting {

    private static final Logger log = LoggerFactory.getLogger(PromoteWaiting.class);

    private static final int AT_A_TIME = 50;
    private static final int STRIPES = 64;

    private final List<BatchedCall<String, Integer>> runs = IntStream.range(0, STRIPES)
            .mapToObj(stripe -> new BatchedCall<String, Integer>(Integer.MAX_VALUE, this::runAll))
            .toList();
    private final Registrations registrations;
    private final RegistrationFacts facts;
    private final KnownMeetings meetings;
    private final PlaceInLine places;
    private final Clock clock;
    private final MeterRegistry meters;

    PromoteWaiting(
            Registrations registrations,
            RegistrationFacts facts,
            KnownMeetings meetings,
            PlaceInLine places,
            Clock clock,
            MeterRegistry meters) {
        this.meetings = meetings;
        this.places = places;
        this.clock = clock;
        this.registrations = registrations;
        this.facts = facts;
        this.meters = meters;
    }

    /**
     * Those who ask for the same meeting at the same moment share a run that began after they asked.
     *
     * @return how many were promoted; one read when no seat is free
     */
    public int run(String meetingId) {
        return runs.get(Math.floorMod(meetingId.hashCode(), runs.size())).ask(meetingId);
    }

    private List<Integer> runAll(List<String> meetingIds) {
        Map<String, Integer> promoted = new HashMap<>();
        return meetingIds.stream()
                .map(meetingId -> promoted.computeIfAbsent(meetingId, this::promote))
                .toList();
    }

    private int promote(String meetingId) {
        int promoted = 0;
        while (true) {
            List<Registration> free = registrations.freeSeats(meetingId, AT_A_TIME);
            if (free.isEmpty()) {
                return promoted;
            }
            List<Registration> line = registrations.firstInLine(meetingId, free.size());
            if (line.isEmpty() || (promoted == 0 && !isAhead(meetingId))) {
                return promoted;
            }
            promoted += handOn(free, line);
        }
    }

    /** In order, and no further than the first who was not as read: whoever it is comes first in the next look. */
    private int handOn(List<Registration> free, List<Registration> line) {
        List<String> given = new ArrayList<>();
        int promoted = 0;
        try {
            for (int i = 0; i < line.size(); i++) {
                Outcome outcome = handOn(free.get(i), line.get(i));
                if (outcome != Outcome.PERSON_CHANGED) {
                    given.add(free.get(i).id());
                }
                if (outcome != Outcome.PROMOTED) {
                    break;
                }
                promoted++;
            }
        } finally {
            // what a crash leaves marked is found taken, and unmarked, by the next run
            registrations.notFree(given);
        }
        return promoted;
    }

    private boolean isAhead(String meetingId) {
        return meetings.find(meetingId)
                .filter(meeting -> meeting.isAheadAt(clock.instant()))
                .isPresent();
    }

    private enum Outcome {
        PROMOTED,
        SEAT_GONE,
        PERSON_CHANGED
    }

    private Outcome handOn(Registration free, Registration first) {
        Integer seat = free.seat();
        if (seat == null) {
            return Outcome.SEAT_GONE;
        }
        try {
            Optional<Registration> promoted = registrations.change(
                    first,
                    registration -> {
                        registration.takeSeat(seat, free.generation + 1);
                        return registration;
                    },
                    facts::promoted);
            if (promoted.isEmpty()) {
                return Outcome.PERSON_CHANGED;
            }
            facts.relay(first.id(), promoted.get().outbox());
            places.left(first.meetingId());
            meters.counter("registrations.promoted").increment();
            log.info("registration {} moved up to seat {}", first.id(), seat);
            return Outcome.PROMOTED;
        } catch (SeatTaken handedOnBefore) {
            return Outcome.SEAT_GONE;
        }
    }
}
