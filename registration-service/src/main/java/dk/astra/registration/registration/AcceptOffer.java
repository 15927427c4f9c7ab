package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeetings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private final LapseOffers lapses;
    private final Clock clock;
    private final MeterRegistry meters;

    AcceptOffer(
            Registrations registrations,
            KnownMeetings meetings,
            RegistrationFacts facts,
            LapseOffers lapses,
            Clock clock,
            MeterRegistry meters) {
        this.registrations = registrations;
        this.meetings = meetings;
        this.facts = facts;
        this.lapses = lapses;
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
            if (!isAhead(read, now)) {
                throw new OfferOver();
            }
            if (!read.isOfferedAt(now)) {
                // refused when it has ended, and not before: another window of the person may have taken it just now
                lapses.lapse(read);
            } else if (take(read, now) instanceof Registration taken) {
                return taken;
            }
            read = registrations.find(read.id()).orElseThrow(LinkUnknown::new);
        }
        return switch (read.status()) {
            case CONFIRMED -> read;
            case WAITLISTED -> throw new NoOffer();
            default -> throw new OfferOver();
        };
    }

    private @Nullable Registration take(Registration read, Instant now) {
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
        }
        return taken.orElse(null);
    }

    private boolean isAhead(Registration registration, Instant now) {
        return meetings.findRecent(registration.meetingId())
                .filter(meeting -> meeting.isAheadAt(now))
                .isPresent();
    }
}
