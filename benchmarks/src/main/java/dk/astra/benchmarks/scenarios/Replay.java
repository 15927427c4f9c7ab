package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.platform.Platform;
import dk.astra.benchmarks.report.Figure;
import dk.astra.benchmarks.report.Target;
import dk.astra.contracts.Fact;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.RegistrationBuilder;
import dk.astra.testsupport.StreamProbe;
import dk.astra.testsupport.StreamRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** A report that is rebuilt from the stream, beside a bare consumer that reads the same. */
public final class Replay implements Scenario {

    private static final String STREAM = "registrations";
    private static final String GROUP = "reporting";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String question() {
        return "How fast are the reports rebuilt from the stream of registrations?";
    }

    @Override
    public List<Figure> run(Platform platform, Effort effort) {
        int facts = effort.quick() ? 5_000 : 100_000;
        platform.with("store", "broker", "sign-in", "reporting-service");
        fill(platform.bootstrapServers(), facts / 10);
        awaitConsumed(platform, facts / 10);
        // warm now, and as a replay is: everything lies there when it begins
        platform.stack().stop("reporting-service");
        fill(platform.bootstrapServers(), facts);
        platform.with("reporting-service");
        double replayed = rate(platform, facts / 10, facts / 10 + facts);
        double[] bare = {bare(platform, false), bare(platform, true)};
        bare = new double[] {bare(platform, false), bare(platform, true)};
        effort.say("replayed %.0f/s; read only %.0f/s, read and parsed %.0f/s", replayed, bare[0], bare[1]);
        return List.of(
                Figure.of(name(), "facts into reports", replayed, "/s")
                        .beside("/s by a bare consumer (c)", bare[0])
                        .aiming(Target.ratioAtLeast(0.5)),
                Figure.of(name(), "the same", replayed, "/s").beside("/s by one that parses them", bare[1]));
    }

    private static void fill(String bootstrapServers, int facts) {
        List<String> meetings = new ArrayList<>();
        try (StreamProbe probe = new StreamProbe(bootstrapServers);
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (int i = 0; i < 100; i++) {
                var meeting = MeetingBuilder.aMeeting().withCapacity(facts).build();
                probe.publishFact(
                        "meetings",
                        meeting.meetingId(),
                        Fact.typeOf(MeetingScheduled.class),
                        1,
                        new MeetingScheduled(meeting));
                meetings.add(meeting.meetingId());
            }
            for (int i = 0; i < facts; i++) {
                RegistrationState state = RegistrationBuilder.aRegistration()
                        .forMeeting(meetings.get(i % meetings.size()))
                        .onSeat(i / meetings.size() + 1)
                        .build();
                ProducerRecord<String, byte[]> fact = new ProducerRecord<>(
                        STREAM, state.registrationId(), JSON.writeValueAsBytes(new RegistrationCreated(state)));
                StreamRecord.headers(Fact.typeOf(RegistrationCreated.class), state.registrationId(), 1)
                        .forEach((name, text) -> fact.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
                producer.send(fact);
            }
            producer.flush();
        }
    }

    /** Facts a second between the first and the last tenth, so that neither start nor end of the consumer counts. */
    private static double rate(Platform platform, long before, long all) {
        long from = before + (all - before) / 10;
        long to = before + (all - before) * 9 / 10;
        long first = 0;
        long firstAt = 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            while (System.nanoTime() < end) {
                long now = System.nanoTime();
                long consumed = consumed(admin);
                if (firstAt == 0 && consumed >= from) {
                    first = consumed;
                    firstAt = now;
                } else if (firstAt != 0 && consumed >= to) {
                    return (consumed - first) / ((now - firstAt) / 1e9);
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
        throw new IllegalStateException("reporting-service does not consume");
    }

    private static void awaitConsumed(Platform platform, long facts) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            while (consumed(admin) < facts) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("reporting-service does not consume");
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private static long consumed(Admin admin) {
        try {
            long sum = 0;
            for (var entry : admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()) {
                boolean ours = entry.getKey().topic().equals(STREAM) && entry.getValue() != null;
                sum += ours ? entry.getValue().offset() : 0;
            }
            return sum;
        } catch (ExecutionException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reference (c): the stream from its beginning; with nothing done, or parsed to its record. */
    private static double bare(Platform platform, boolean parsing) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        platform.bootstrapServers(),
                        "group.id",
                        "bare-" + UUID.randomUUID(),
                        "max.poll.records",
                        1_000),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(STREAM).stream()
                    .map(found -> new TopicPartition(STREAM, found.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long begin = System.nanoTime();
            long read = 0;
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (var fact : consumer.poll(Duration.ofMillis(100))) {
                    if (!parsing
                            || JSON.readValue(fact.value(), RegistrationCreated.class)
                                            .registration()
                                    != null) {
                        read++;
                    }
                }
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return read / seconds;
        }
    }
}
