package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeetings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
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

    private final Registrations registrations;
    private final RegistrationFacts facts;
    private final KnownMeetings meetings;
    private final Clock clock;
    private final MeterRegistry meters;

    PromoteWaiting(
            Registrations registrations,
            RegistrationFacts facts,
            KnownMeetings meetings,
            Clock clock,
            MeterRegistry meters) {
        this.meetings = meetings;
        this.clock = clock;
        this.registrations = registrations;
        this.facts = facts;
        this.meters = meters;
    }

    /** @return how many were promoted; one read when no seat is free */
    public int run(String meetingId) {
        int promoted = 0;
        while (true) {
            Optional<Registration> free = registrations.freeSeat(meetingId);
            if (free.isEmpty()) {
                return promoted;
            }
            Optional<Registration> first = registrations.firstInLine(meetingId);
            if (first.isEmpty() || (promoted == 0 && !isAhead(meetingId))) {
                return promoted;
            }
            if (handOn(free.get(), first.get())) {
                promoted++;
            }
        }
    }

    private boolean isAhead(String meetingId) {
        return meetings.find(meetingId)
                .filter(meeting -> meeting.isAheadAt(clock.instant()))
                .isPresent();
    }

    private boolean handOn(Registration free, Registration first) {
        Integer seat = free.seat();
        if (seat == null) {
            registrations.notFree(free.id());
            return false;
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
                return false;
            }
            registrations.notFree(free.id());
            facts.relay(first.id(), promoted.get().outbox());
            meters.counter("registrations.promoted").increment();
            log.info("registration {} moved up to seat {}", first.id(), seat);
            return true;
        } catch (SeatTaken handedOnBefore) {
            registrations.notFree(free.id());
            return false;
        }
    }
}
