package dk.astra.testsupport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A stranger at the streams: writes any record, good or bad, and reads what lies there. */
public final class StreamProbe implements AutoCloseable {

    private static final JsonMapper FACTS = JsonMapper.builder().build();

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    public StreamProbe(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** On the broker of {@link Infrastructure#current()}. */
    public static StreamProbe ofCurrent() {
        return new StreamProbe(Infrastructure.current().broker().bootstrapServers());
    }

    /** Creates the topics that are not there, with 3 partitions; for tests that come before the service. */
    public StreamProbe withTopics(String... topics) {
        try (Admin admin = admin()) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = List.of(topics).stream()
                    .filter(topic -> !present.contains(topic))
                    .map(topic -> new NewTopic(topic, 3, (short) 1))
                    .toList();
            admin.createTopics(missing).all().get();
            return this;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A fact as the services write it, with the headers of {@link StreamRecord#headers}; answers its ce_id. */
    public String publishFact(String topic, String key, String type, long sequence, Object fact) {
        Map<String, String> headers = StreamRecord.headers(type, key, sequence);
        publish(topic, key, headers, FACTS.writeValueAsBytes(fact));
        return headers.getOrDefault("ce_id", "");
    }

    /** Any record; returns when the broker has it. */
    public RecordMetadata publish(String topic, @Nullable String key, Map<String, String> headers, byte[] value) {
        ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> outgoing.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            return producer.send(outgoing).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take a record of " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that lies in a topic now, partition by partition in order of offset; empty where there is none. */
    public List<StreamRecord> records(String topic) {
        List<StreamRecord> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.listTopics().getOrDefault(topic, List.of()).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(polled -> found.add(asStreamRecord(polled)));
            }
        }
        found.sort(Comparator.comparingInt(StreamRecord::partition).thenComparingLong(StreamRecord::offset));
        return found;
    }

    /** The records of one subject (aggregate) in order. */
    public List<StreamRecord> records(String topic, String subject) {
        return records(topic).stream()
                .filter(found -> found.subject().equals(subject))
                .toList();
    }

    /** Waits up to 20 s until a record of the topic satisfies the predicate. */
    public StreamRecord await(String topic, Predicate<StreamRecord> wanted) {
        return await(topic, wanted, Duration.ofSeconds(20));
    }

    /** Reads on from the beginning until a record satisfies the predicate. */
    public StreamRecord await(String topic, Predicate<StreamRecord> wanted, Duration patience) {
        Instant end = Instant.now().plus(patience);
        List<String> seen = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            while (Instant.now().isBefore(end)) {
                assignAll(consumer, topic);
                if (consumer.assignment().isEmpty()) {
                    continue;
                }
                for (ConsumerRecord<String, byte[]> polled : consumer.poll(Duration.ofMillis(200))) {
                    StreamRecord found = asStreamRecord(polled);
                    if (wanted.test(found)) {
                        return found;
                    }
                    seen.add(found.type() + " of " + found.subject());
                }
            }
        }
        throw new AssertionError("no such record on " + topic + " within " + patience + "; seen: " + seen);
    }

    /** Without a group: nothing to join and nothing left behind. Repeated, because a topic can come later. */
    private static void assignAll(KafkaConsumer<String, byte[]> consumer, String topic) {
        if (consumer.assignment().isEmpty()) {
            List<TopicPartition> partitions = consumer.listTopics().getOrDefault(topic, List.of()).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
    }

    /** Where a consumer group stands in a topic: records not yet taken, summed over the partitions. */
    public long lag(String group, String topic) {
        try (Admin admin = admin();
                KafkaConsumer<String, byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> committed = new LinkedHashMap<>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (partition.topic().equals(topic) && offset != null) {
                            committed.put(partition, offset.offset());
                        }
                    });
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions).entrySet().stream()
                    .mapToLong(end -> end.getValue() - committed.getOrDefault(end.getKey(), 0L))
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false",
                        "fetch.max.wait.ms",
                        "100"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static StreamRecord asStreamRecord(ConsumerRecord<String, byte[]> polled) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : polled.headers()) {
            byte[] value = header.value();
            headers.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
        }
        byte[] value = polled.value();
        return new StreamRecord(
                polled.topic(),
                polled.partition(),
                polled.offset(),
                polled.key(),
                headers,
                value == null ? new byte[0] : value);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
