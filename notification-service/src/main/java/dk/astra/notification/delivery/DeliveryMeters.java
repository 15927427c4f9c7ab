package dk.astra.notification.delivery;

import dk.astra.notification.mails.Mail;
import dk.astra.notification.mails.Mails;
import dk.astra.notification.mails.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Meters of the ledger.
 *
 * <ul>
 *   <li>{@code mails}, tag {@code state}: mails in each state, over all instances. Every mail that ever became due is
 *       in exactly one: due = sent + failed + withdrawn + open, open = queued + sending.
 *   <li>{@code mails.attempts}, tag {@code outcome}: what this process decided about claimed mails: {@code sent},
 *       {@code deferred}, {@code failed}, {@code withdrawn}.
 *   <li>{@code mails.queue.age}: seconds since the oldest open mail became due; 0 when none is open.
 * </ul>
 */
@Component
class DeliveryMeters {

    private static final Logger log = LoggerFactory.getLogger(DeliveryMeters.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Mails mails;
    private final MeterRegistry meters;
    private final Clock clock;
    private Map<State, Long> counted = new EnumMap<>(State.class);
    private double queueAge;
    private Instant readAt = Instant.EPOCH;

    DeliveryMeters(Mails mails, MeterRegistry meters, Clock clock) {
        this.mails = mails;
        this.meters = meters;
        this.clock = clock;
        for (State state : State.values()) {
            Gauge.builder("mails", this, self -> self.inState(state))
                    .tag("state", lower(state.name()))
                    .description("Mails of the ledger by state; their sum is every mail that became due")
                    .register(meters);
        }
        Gauge.builder("mails.queue.age", this, DeliveryMeters::queueAge)
                .baseUnit("seconds")
                .description("Since when the oldest open mail is waiting")
                .register(meters);
        for (String outcome : new String[] {"sent", "deferred", "failed", "withdrawn"}) {
            meters.counter("mails.attempts", "outcome", outcome);
        }
    }

    void count(Mail after) {
        String outcome =
                after.state() == State.QUEUED ? "deferred" : lower(after.state().name());
        meters.counter("mails.attempts", "outcome", outcome).increment();
    }

    private synchronized double inState(State state) {
        refresh();
        return counted.getOrDefault(state, 0L);
    }

    synchronized double queueAge() {
        refresh();
        return queueAge;
    }

    private void refresh() {
        Instant now = clock.instant();
        if (Duration.between(readAt, now).compareTo(FRESH) < 0) {
            return;
        }
        readAt = now;
        try {
            counted = mails.count();
            queueAge = mails.oldestOpen()
                    .map(mail ->
                            Math.max(0, Duration.between(mail.createdAt(), now).toMillis() / 1000.0))
                    .orElse(0.0);
        } catch (RuntimeException e) {
            log.warn("mails were not counted: {}", e.getClass().getSimpleName());
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
