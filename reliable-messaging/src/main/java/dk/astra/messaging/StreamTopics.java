package dk.astra.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Declares the streams that a service writes or follows, and the dead-letter topic of each group that follows one.
 * Goes on trying in the background while the broker is away.
 */
final class StreamTopics implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StreamTopics.class);

    /** A follower that was away for less misses no fact; one that was away for longer starts from the last of each. */
    private static final String COMPACTION_LAG =
            Long.toString(Duration.ofDays(60).toMillis());

    private final KafkaAdmin admin;
    private final BindingServiceProperties bindings;
    private final StreamSettings settings;
    private final Outboxes outboxes;
    private volatile boolean running;

    StreamTopics(KafkaAdmin admin, BindingServiceProperties bindings, StreamSettings settings, Outboxes outboxes) {
        this.admin = admin;
        this.bindings = bindings;
        this.settings = settings;
        this.outboxes = outboxes;
    }

    static String deadLetters(String stream, String group) {
        return stream + "." + group + ".dead";
    }

    /** Dead-letter topics of this service. */
    List<String> deadLetters() {
        List<String> topics = new ArrayList<>();
        for (BindingProperties binding : bindings.getBindings().values()) {
            if (binding.getGroup() != null) {
                topics.add(deadLetters(binding.getDestination(), binding.getGroup()));
            }
        }
        return topics;
    }

    private Map<String, NewTopic> topics() {
        Map<String, NewTopic> topics = new LinkedHashMap<>();
        for (Outbox outbox : outboxes.all()) {
            topics.put(outbox.stream(), stream(outbox.stream()));
        }
        for (BindingProperties binding : bindings.getBindings().values()) {
            topics.putIfAbsent(binding.getDestination(), stream(binding.getDestination()));
        }
        for (String dead : deadLetters()) {
            topics.put(dead, new NewTopic(dead, 1, settings.replicas()).configs(Map.of("retention.ms", "-1")));
        }
        return topics;
    }

    private NewTopic stream(String name) {
        Map<String, String> configs = settings.compacted().contains(name)
                ? Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", COMPACTION_LAG)
                : Map.of("cleanup.policy", "delete", "retention.ms", "-1");
        return new NewTopic(name, settings.partitions(), settings.replicas()).configs(configs);
    }

    @Override
    public void start() {
        running = true;
        if (!declare()) {
            Thread.ofVirtual().name("stream-topics").start(this::keepTrying);
        }
    }

    private void keepTrying() {
        try {
            do {
                TimeUnit.SECONDS.sleep(2);
            } while (running && !declare());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean declare() {
        try (Admin client = Admin.create(admin.getConfigurationProperties())) {
            var results = client.createTopics(topics().values(), new CreateTopicsOptions().timeoutMs(3000))
                    .values();
            for (var result : results.entrySet()) {
                try {
                    result.getValue().get(4, TimeUnit.SECONDS);
                    log.info("declared stream {}", result.getKey());
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            log.warn("streams not declared yet: {}", String.valueOf(e.getMessage()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the bindings start. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
