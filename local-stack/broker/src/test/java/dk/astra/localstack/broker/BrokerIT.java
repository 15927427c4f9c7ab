package dk.astra.localstack.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P3 for the broker: what was acknowledged survives kill -9 at any moment. */
class BrokerIT {

    private static final String STREAM = "registrations";
    private static final int PARTITIONS = 3;

    @TempDir
    Path folder;

    private BrokerProcess broker;

    @AfterEach
    void stop() throws InterruptedException {
        if (broker != null) {
            broker.kill9();
        }
    }

    @Test
    void keepsEveryAcknowledgedRecordOverKills() throws Exception {
        broker = new BrokerProcess(folder.resolve("data")).start();
        createStream();
        Map<String, Integer> acknowledged = publishWhileKilling(3);

        List<String> kept = readAll();

        assertThat(acknowledged).hasSizeGreaterThan(300);
        assertThat(kept).containsAll(acknowledged.keySet());
        assertThat(kept).as("the producer is idempotent").doesNotHaveDuplicates();
    }

    /** Negative control: the comparison above notices a log that was lost. */
    @Test
    void comparisonNoticesALostLog() throws Exception {
        broker = new BrokerProcess(folder.resolve("data")).start();
        createStream();
        Map<String, Integer> acknowledged = publishWhileKilling(0);
        broker.kill9();
        broker = new BrokerProcess(folder.resolve("other")).start();
        createStream();

        assertThat(acknowledged).isNotEmpty();
        assertThat(readAll()).doesNotContainAnyElementsOf(acknowledged.keySet());
    }

    @Test
    void createsNoTopicByItself() throws Exception {
        broker = new BrokerProcess(folder.resolve("data")).start();
        try (KafkaProducer<String, String> producer = producer(Map.of("max.block.ms", 1500))) {
            assertThat(producer.send(new ProducerRecord<>("mistyped", "x"))).failsWithin(Duration.ofSeconds(10));
        }
        try (Admin admin = Admin.create(client(Map.of()))) {
            assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).doesNotContain("mistyped");
        }
    }

    @Test
    void stopsOnSigtermWithinSeconds() throws Exception {
        broker = new BrokerProcess(folder.resolve("data")).start();
        long begin = System.nanoTime();
        broker.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void saysThatThePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            broker = new BrokerProcess(folder.resolve("data"), taken.getLocalPort(), BrokerProcess.freePort()).launch();
            assertThat(broker.exitCode()).isEqualTo(LocalBroker.REFUSED);
            assertThat(broker.said())
                    .contains("Port " + taken.getLocalPort() + " is in use")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysThatTheFolderIsInUse() throws Exception {
        broker = new BrokerProcess(folder.resolve("data")).start();
        BrokerProcess second =
                new BrokerProcess(folder.resolve("data"), BrokerProcess.freePort(), BrokerProcess.freePort()).launch();
        assertThat(second.exitCode()).isEqualTo(LocalBroker.REFUSED);
        assertThat(second.said())
                .contains("uses the folder")
                .contains("already")
                .doesNotContain("\tat ");
    }

    private Map<String, Integer> publishWhileKilling(int kills) throws Exception {
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger next = new AtomicInteger();
        try (KafkaProducer<String, String> producer = producer(Map.of())) {
            Thread publisher = Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    String id = "fact-" + next.incrementAndGet();
                    producer.send(new ProducerRecord<>(STREAM, id, id), (metadata, failure) -> {
                        if (failure == null) {
                            acknowledged.put(id, metadata.partition());
                        }
                    });
                    LockSupport.parkNanos(500_000);
                }
            });
            for (int kill = 0; kill < kills; kill++) {
                awaitMore(acknowledged, 100);
                broker.kill9();
                broker.start();
            }
            awaitMore(acknowledged, 100);
            over.set(true);
            publisher.join();
            producer.flush();
        }
        return acknowledged;
    }

    private static void awaitMore(Map<String, Integer> acknowledged, int more) {
        int before = acknowledged.size();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= before + more);
    }

    private void createStream() throws Exception {
        try (Admin admin = Admin.create(client(Map.of()))) {
            admin.createTopics(Set.of(new NewTopic(STREAM, PARTITIONS, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private List<String> readAll() {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client(Map.of()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(STREAM, partition))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            List<String> read = new ArrayList<>();
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    read.add(record.value());
                }
            }
            return read;
        }
    }

    private KafkaProducer<String, String> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of("acks", "all", "linger.ms", 0));
        settings.putAll(more);
        return new KafkaProducer<>(client(settings), new StringSerializer(), new StringSerializer());
    }

    private Map<String, Object> client(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", "127.0.0.1:" + broker.port()));
        settings.putAll(more);
        return settings;
    }
}
