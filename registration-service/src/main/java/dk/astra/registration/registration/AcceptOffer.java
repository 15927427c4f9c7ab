package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeetings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a seat that was offered, or confirms that the mailbox is the person's: one write, which fails when the offer
 * ended meanwhile. Of taking and running out exactly one happens, and the person is told which.
 */
@Component
public class AcceptOffer {

    private static final Logger log = LoggerFactory.getLogger(AcceptOffer.class);

    private final Registrations registrations;
    private final KnownMeetings meetings;
    private final RegistrationFacts facts;
    private final Clock clock;
    private final MeterRegistry meters;

    AcceptOffer(
            Registrations registrations,
            KnownMeetings meetings,
            RegistrationFacts facts,
            Clock clock,
            MeterRegistry meters) {
        this.registrations = registrations;
        this.meetings = meetings;
        this.facts = facts;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Repeating it answers the same.
     *
     * @throws OfferOver when it was not answered in time, or the registration has ended
     * @throws NoOffer when the person waits in line
     */
    public Registration accept(Registration registration) {
        Registration read = registration;
        while (read.status() == Status.OFFERED) {
            Instant now = clock.instant();
            if (!read.isOfferedAt(now) || !isAhead(read, now)) {
                throw new OfferOver();
            }
            Optional<Registration> taken = registrations.change(
                    read,
                    copy -> {
                        copy.seated(now);
                        return copy;
                    },
                    facts::promoted);
            if (taken.isPresent()) {
                log.info("registration {} took the offered seat {}", read.id(), read.seat());
                meters.counter("registrations.accepted").increment();
                facts.relay(read.id(), taken.get().outbox());
                return taken.get();
            }
            read = registrations.find(read.id()).orElseThrow(LinkUnknown::new);
        }
        return switch (read.status()) {
            case CONFIRMED -> read;
            case WAITLISTED -> throw new NoOffer();
            default -> throw new OfferOver();
        };
    }

    private boolean isAhead(Registration registration, Instant now) {
        return meetings.findRecent(registration.meetingId())
                .filter(meeting -> meeting.isAheadAt(now))
                .isPresent();
    }
}
