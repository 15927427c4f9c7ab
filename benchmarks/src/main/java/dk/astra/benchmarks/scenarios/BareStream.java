package dk.astra.benchmarks.scenarios;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reference (c): a bare producer and a bare consumer on a topic of their own. */
final class BareStream implements AutoCloseable {

    private static final AtomicInteger TOPICS = new AtomicInteger();
    private static final int BYTES = 400;

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;

    BareStream(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Delays from sending to having, in microseconds, at a fixed rate. */
    Histogram delays(double perSecond, Duration duration) {
        String topic = "bare-" + TOPICS.incrementAndGet();
        create(topic);
        Map<String, Long> sent = new HashMap<>();
        long count = Math.round(perSecond * duration.toMillis() / 1000);
        try (FactArrivals arrivals = new FactArrivals(bootstrapServers, topic)) {
            long begin = System.nanoTime();
            for (long i = 0; i < count; i++) {
                LockSupport.parkNanos(begin + (long) (i * 1e9 / perSecond) - System.nanoTime());
                String key = Long.toString(i);
                sent.put(key, MailDelay.micros());
                producer.send(new ProducerRecord<>(topic, key, new byte[BYTES]));
            }
            producer.flush();
            Histogram delays = new Histogram(3);
            arrivals.await(sent.keySet())
                    .forEach((key, at) -> delays.recordValue(Math.max(0, at - sent.getOrDefault(key, at))));
            return delays;
        }
    }

    private void create(String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
