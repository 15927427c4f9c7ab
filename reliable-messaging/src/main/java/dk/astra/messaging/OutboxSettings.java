package dk.astra.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the outbox, prefix {@code outbox}.
 *
 * @param sweep how often facts that a crash left behind are looked for ({@code OUTBOX_SWEEP})
 * @param grace how old a fact must be before the sweep takes it: its own writer comes first ({@code OUTBOX_GRACE})
 * @param sweepEnabled only drills switch it off, to see that they notice ({@code OUTBOX_SWEEP_ENABLED})
 * @param queue facts waiting in memory at most; more wait in the store ({@code OUTBOX_QUEUE})
 */
@ConfigurationProperties("outbox")
public record OutboxSettings(
        @DefaultValue("3s") Duration sweep,
        @DefaultValue("2s") Duration grace,
        @DefaultValue("true") boolean sweepEnabled,
        @DefaultValue("20000") int queue) {}
