package dk.astra.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the services rely on in a broker. Every kind of broker runs it. */
public interface BrokerContract {

    /** The broker under test. */
    Broker broker();

    private String newTopic(Map<String, String> configs) throws Exception {
        String topic = "contract-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1).configs(configs)))
                    .all()
                    .get();
        }
        return topic;
    }

    @Test
    default void keepsTheOrderOfAKey() throws Exception {
        String topic = newTopic(Map.of());
        try (StreamProbe probe = new StreamProbe(broker().bootstrapServers())) {
            for (int i = 1; i <= 60; i++) {
                String key = "k" + i % 5;
                probe.publish(topic, key, StreamRecord.headers("contract.v1", key, i), new byte[] {1});
            }
            Map<String, List<Long>> byKey = probe.records(topic).stream()
                    .collect(Collectors.groupingBy(
                            StreamRecord::subject,
                            LinkedHashMap::new,
                            Collectors.mapping(StreamRecord::sequence, Collectors.toList())));
            assertThat(byKey).hasSize(5);
            assertThat(byKey.values())
                    .allSatisfy(sequences -> assertThat(sequences).hasSize(12).isSorted());
        }
    }

    @Test
    default void carriesHeadersAndBytesUnchanged() throws Exception {
        String topic = newTopic(Map.of());
        byte[] body = "{\"by\":\"Ærøskøbing\"}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = StreamRecord.headers("contract.v1", "æøå", 7);
        try (StreamProbe probe = new StreamProbe(broker().bootstrapServers())) {
            probe.publish(topic, "k", headers, body);
            StreamRecord found = probe.await(topic, one -> one.subject().equals("æøå"));
            assertThat(found.headers()).isEqualTo(headers);
            assertThat(found.value()).isEqualTo(body);
            assertThat(found.key()).isEqualTo("k");
        }
    }

    @Test
    default void createsNoTopicThatNobodyDeclared() throws Exception {
        String topic = "nobody-" + UUID.randomUUID();
        try (KafkaProducer<String, byte[]> producer = producer(Map.of("max.block.ms", 1500))) {
            AtomicBoolean refused = new AtomicBoolean();
            try {
                producer.send(new ProducerRecord<>(topic, new byte[] {1})).get();
            } catch (ExecutionException e) {
                refused.set(true);
            }
            assertThat(refused).isTrue();
        }
    }

    @Test
    default void acceptsTheSettingsOfOurStreams() throws Exception {
        String compacted = newTopic(Map.of("cleanup.policy", "compact"));
        String kept = newTopic(Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
        try (StreamProbe probe = new StreamProbe(broker().bootstrapServers())) {
            probe.publish(compacted, "k", Map.of(), new byte[] {1});
            probe.publish(kept, "k", Map.of(), new byte[] {2});
            assertThat(probe.records(compacted)).hasSize(1);
            assertThat(probe.records(kept)).hasSize(1);
        }
    }

    @Test
    default void losesNothingItAcknowledgedWhenKilled() throws Exception {
        String topic = newTopic(Map.of());
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        List<Thread> writers = new ArrayList<>();
        AtomicBoolean stop = new AtomicBoolean();
        for (int writer = 0; writer < 4; writer++) {
            int number = writer;
            writers.add(Thread.ofVirtual().start(() -> {
                try (KafkaProducer<String, byte[]> producer =
                        producer(Map.of("delivery.timeout.ms", 60_000, "request.timeout.ms", 3_000))) {
                    for (int i = 0; !stop.get(); i++) {
                        String id = number + ":" + i;
                        producer.send(new ProducerRecord<>(topic, id, id.getBytes(StandardCharsets.UTF_8)))
                                .get();
                        acknowledged.add(id);
                    }
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > 200);
        broker().kill9();
        int before = acknowledged.size();
        broker().restart();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > before + 50);
        stop.set(true);
        for (Thread writer : writers) {
            writer.join(Duration.ofSeconds(30));
        }
        try (StreamProbe probe = new StreamProbe(broker().bootstrapServers())) {
            List<String> stored =
                    probe.records(topic).stream().map(StreamRecord::text).toList();
            assertThat(stored).containsAll(acknowledged);
        }
    }

    private KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new LinkedHashMap<>(
                Map.of("bootstrap.servers", broker().bootstrapServers(), "acks", "all", "linger.ms", 0));
        settings.putAll(more);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
