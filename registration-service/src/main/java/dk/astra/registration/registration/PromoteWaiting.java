package dk.astra.registration.registration;

import dk.astra.messaging.BatchedCall;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands free seats to the first in line, or offers them where the organiser wants an answer first, one after the other
 * (P6); past a group that waits together only while there are fewer seats than people. Any number may run at once, and
 * a crash may stop it anywhere: the next run goes on where it was. Nobody moves up once the meeting has begun or is
 * cancelled.
 */
@Component
public class PromoteWaiting {

    private static final Logger log = LoggerFactory.getLogger(PromoteWaiting.class);

    private static final int AT_A_TIME = 50;
    private static final int STRIPES = 64;

    /** Of a group that others take seats from at the same moment; then those after it are served. */
    private static final int TRIES = 3;

    /** Who signed up a moment ago is still there, and has said so: no need to ask. */
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    private final List<BatchedCall<String, Integer>> runs = IntStream.range(0, STRIPES)
            .mapToObj(stripe -> new BatchedCall<String, Integer>(Integer.MAX_VALUE, this::runAll))
            .toList();
    private final Registrations registrations;
    private final RegistrationFacts facts;
    private final KnownMeetings meetings;
    private final PlaceInLine places;
    private final GroupsInLine groups;
    private final Clock clock;
    private final MeterRegistry meters;

    PromoteWaiting(
            Registrations registrations,
            RegistrationFacts facts,
            KnownMeetings meetings,
            PlaceInLine places,
            GroupsInLine groups,
            Clock clock,
            MeterRegistry meters) {
        this.meetings = meetings;
        this.places = places;
        this.groups = groups;
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
        KnownMeeting meeting = null;
        List<String> tried = new ArrayList<>();
        while (true) {
            List<Registration> free = registrations.freeSeats(meetingId, AT_A_TIME);
            if (free.isEmpty()) {
                return promoted;
            }
            List<Registration> line = registrations.firstInLine(meetingId, free.size());
            if (line.isEmpty()) {
                return promoted;
            }
            if (meeting == null) {
                Optional<KnownMeeting> ahead =
                        meetings.find(meetingId).filter(known -> known.isAheadAt(clock.instant()));
                if (ahead.isEmpty()) {
                    return promoted;
                }
                meeting = ahead.get();
            }
            NextInLine next = next(meetingId, line, free.size(), tried);
            String group = next.group();
            if (group != null) {
                tried.add(group);
                promoted += groups.seat(group, meeting);
            } else if (next.alone().isEmpty()) {
                return promoted;
            } else {
                promoted += handOn(meeting, free, next.alone());
            }
        }
    }

    private NextInLine next(String meetingId, List<Registration> line, int free, List<String> tried) {
        if (line.stream().noneMatch(Registration::waitsTogether)) {
            return new NextInLine(line, null);
        }
        List<Registration> together = registrations.waitingTogether(meetingId).stream()
                .filter(one -> Collections.frequency(tried, one.groupId()) < TRIES)
                .toList();
        return NextInLine.of(registrations.firstAlone(meetingId, free), together, free);
    }

    /** In order, and no further than the first who was not as read: whoever it is comes first in the next look. */
    private int handOn(KnownMeeting meeting, List<Registration> free, List<Registration> line) {
        List<String> given = new ArrayList<>();
        int promoted = 0;
        try {
            for (int i = 0; i < line.size(); i++) {
                Outcome outcome = handOn(meeting, free.get(i), line.get(i));
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

    /** @return empty where the seat is given at once */
    private static Optional<Instant> offeredUntil(KnownMeeting meeting, Registration first, Instant now) {
        if (first.isUnconfirmed()) {
            return Optional.of(meeting.unconfirmedSeatKeptUntil(now));
        }
        // a place without a person has nobody to say yes, and lapses on a date of its own
        return first.isUnnamed() || first.registeredAt().isAfter(now.minus(JUST_NOW))
                ? Optional.empty()
                : meeting.freedSeatOfferedUntil(now);
    }

    private enum Outcome {
        PROMOTED,
        SEAT_GONE,
        PERSON_CHANGED
    }

    private Outcome handOn(KnownMeeting meeting, Registration free, Registration first) {
        Integer seat = free.seat();
        if (seat == null) {
            return Outcome.SEAT_GONE;
        }
        Instant now = clock.instant();
        Optional<Instant> until = offeredUntil(meeting, first, now);
        try {
            Optional<Registration> promoted = registrations.change(
                    first,
                    registration -> {
                        registration.offeredUntil = until.orElse(null);
                        registration.takeSeat(seat, free.generation + 1);
                        if (until.isEmpty()) {
                            registration.seated(now);
                        }
                        return registration;
                    },
                    until.isPresent() ? facts::offered : facts::promoted);
            if (promoted.isEmpty()) {
                return Outcome.PERSON_CHANGED;
            }
            facts.relay(first.id(), promoted.get().outbox());
            places.left(first.meetingId());
            meters.counter(until.isPresent() ? "registrations.offered" : "registrations.promoted")
                    .increment();
            log.info("registration {} {} seat {}", first.id(), until.isPresent() ? "was offered" : "moved up to", seat);
            return Outcome.PROMOTED;
        } catch (SeatTaken handedOnBefore) {
            return Outcome.SEAT_GONE;
        }
    }
}
