package dk.astra.registration.registration;

import dk.astra.contracts.registrations.CancelReason;
import dk.astra.contracts.registrations.CancelledBy;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends offers that nobody answered in time; each seat is offered to the next in line at once. */
@Component
public class LapseOffers {

    private static final Logger log = LoggerFactory.getLogger(LapseOffers.class);
    private static final int AT_A_TIME = 100;

    private final Registrations registrations;
    private final CancelRegistration cancellation;
    private final Clock clock;
    private final MeterRegistry meters;

    LapseOffers(Registrations registrations, CancelRegistration cancellation, Clock clock, MeterRegistry meters) {
        this.registrations = registrations;
        this.cancellation = cancellation;
        this.clock = clock;
        this.meters = meters;
    }

    /** @return how many ended here; one that was answered at the same moment is none of them */
    public int run() {
        Instant now = clock.instant();
        int lapsed = 0;
        List<Registration> over = registrations.offersOver(now, AT_A_TIME);
        for (Registration read : over) {
            try {
                lapsed += lapse(read) ? 1 : 0;
            } catch (RuntimeException e) {
                log.warn("offer of registration {} will be ended later: {}", read.id(), e.toString());
            }
        }
        return lapsed;
    }

    /** Once, and only as read: who answered meanwhile has the seat, and whoever is left over comes next time. */
    boolean lapse(Registration read) {
        if (read.status() != Status.OFFERED) {
            return false;
        }
        boolean lapsed = cancellation
                .end(read, CancelledBy.ORGANISER, CancelReason.OFFER_LAPSED, null)
                .isPresent();
        if (lapsed) {
            meters.counter("registrations.lapsed").increment();
        }
        return lapsed;
    }

    @Scheduled(fixedDelayString = "${tilmelding.offer-sweep:2s}", initialDelayString = "${tilmelding.offer-sweep:2s}")
    void sweep() {
        try {
            run();
        } catch (RuntimeException e) {
            log.warn("offers that are over will be ended later: {}", e.toString());
        }
    }
}
