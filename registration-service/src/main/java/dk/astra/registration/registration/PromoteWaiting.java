package dk.astra.registration.registration;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands free seats to the first in line, one after the other (P6). Any number may run at once, and a crash may stop
 * it anywhere: the next run goes on where it was.
 */
@Component
public class PromoteWaiting {

    private static final Logger log = LoggerFactory.getLogger(PromoteWaiting.class);

    private final Registrations registrations;
    private final RegistrationFacts facts;
    private final MeterRegistry meters;

    PromoteWaiting(Registrations registrations, RegistrationFacts facts, MeterRegistry meters) {
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
            if (first.isEmpty()) {
                return promoted;
            }
            if (handOn(free.get(), first.get())) {
                promoted++;
            }
        }
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
