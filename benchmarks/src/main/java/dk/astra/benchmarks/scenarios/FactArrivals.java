package dk.astra.benchmarks.scenarios;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Notes when each key of a stream reached a consumer, in microseconds of the clock. */
final class FactArrivals implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile boolean reading = true;

    FactArrivals(String bootstrapServers, String stream) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 50),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(stream).stream()
                .map(found -> new TopicPartition(stream, found.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader = Thread.ofPlatform().start(() -> read(consumer));
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        try (consumer) {
            while (reading) {
                var polled = consumer.poll(Duration.ofMillis(100));
                long now = MailDelay.micros();
                polled.forEach(fact -> arrived.putIfAbsent(fact.key(), now));
            }
        }
    }

    /** Arrivals by key, when all of them are there. */
    Map<String, Long> await(Set<String> keys) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!arrived.keySet().containsAll(keys)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("facts are missing on the stream");
            }
            LockSupport.parkNanos(100_000_000);
        }
        Map<String, Long> wanted = new ConcurrentHashMap<>(arrived);
        wanted.keySet().retainAll(keys);
        return wanted;
    }

    @Override
    public void close() {
        reading = false;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
