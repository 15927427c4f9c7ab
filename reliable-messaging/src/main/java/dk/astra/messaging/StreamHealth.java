package dk.astra.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Health of the streams: DEGRADED, never DOWN, while the broker is away, facts wait for long, or dead letters lie
 * unread: the service goes on serving. Gauge {@code dead.letters}.
 */
final class StreamHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration LONG_WAIT = Duration.ofSeconds(60);

    private final KafkaAdmin admin;
    private final StreamTopics topics;
    private final Outboxes outboxes;
    private final Clock clock;
    private final AtomicLong deadLetters = new AtomicLong();
    private Instant readAt = Instant.MIN;
    private Health last = Health.unknown().build();

    StreamHealth(KafkaAdmin admin, StreamTopics topics, Outboxes outboxes, Clock clock, MeterRegistry meters) {
        this.admin = admin;
        this.topics = topics;
        this.outboxes = outboxes;
        this.clock = clock;
        meters.gauge("dead.letters", List.of(), this, StreamHealth::countedDeadLetters);
    }

    private double countedDeadLetters() {
        health();
        return deadLetters.get();
    }

    @Override
    public synchronized Health health() {
        if (clock.instant().isAfter(readAt.plus(FRESH))) {
            last = read();
            readAt = clock.instant();
        }
        return last;
    }

    private Health read() {
        Health.Builder health = Health.up();
        for (Outbox outbox : outboxes.all()) {
            health.withDetail("outbox." + outbox.collection() + ".oldestAgeMillis", outbox.oldestAgeMillis());
            if (outbox.oldestAgeMillis() > LONG_WAIT.toMillis()) {
                health.status(DEGRADED);
            }
        }
        try (Admin client = Admin.create(admin.getConfigurationProperties())) {
            long count = count(client);
            deadLetters.set(count);
            health.withDetail("deadLetters", count);
            if (count > 0) {
                health.status(DEGRADED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            health.status(DEGRADED).withDetail("broker", "not reachable");
        }
        return health.build();
    }

    private long count(Admin client) throws Exception {
        List<String> names = topics.deadLetters();
        if (names.isEmpty()) {
            client.listTopics().names().get(2, TimeUnit.SECONDS);
            return 0;
        }
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        client.describeTopics(names)
                .allTopicNames()
                .get(2, TimeUnit.SECONDS)
                .forEach((name, description) -> description
                        .partitions()
                        .forEach(p -> ends.put(new TopicPartition(name, p.partition()), OffsetSpec.latest())));
        Map<TopicPartition, OffsetSpec> begins =
                ends.keySet().stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.earliest()));
        var end = client.listOffsets(ends).all().get(2, TimeUnit.SECONDS);
        var begin = client.listOffsets(begins).all().get(2, TimeUnit.SECONDS);
        long ended = end.values().stream().mapToLong(o -> o.offset()).sum();
        long begun = begin.values().stream().mapToLong(o -> o.offset()).sum();
        return ended - begun;
    }
}
