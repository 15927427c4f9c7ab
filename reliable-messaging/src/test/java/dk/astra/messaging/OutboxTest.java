package dk.astra.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import tools.jackson.databind.json.JsonMapper;

/** The outbox between a store and a broker that fail at the worst moments. */
@SuppressWarnings("unchecked")
class OutboxTest {

    private final MongoCollection<Document> documents = mock(MongoCollection.class);
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean brokerIsAway;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Outbox outbox;

    private interface Loop {
        void run() throws InterruptedException;
    }

    @BeforeEach
    void connect() {
        MongoTemplate mongo = mock(MongoTemplate.class);
        when(mongo.getCollection(anyString())).thenReturn(documents);
        KafkaTemplate<byte[], byte[]> kafka = mock(KafkaTemplate.class);
        when(kafka.send(any(ProducerRecord.class))).thenAnswer(call -> {
            ProducerRecord<byte[], byte[]> message = call.getArgument(0);
            sent.add(new String(message.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
            return brokerIsAway
                    ? CompletableFuture.failedFuture(new TimeoutException("no broker"))
                    : CompletableFuture.<SendResult<byte[], byte[]>>completedFuture(null);
        });
        OutboxSettings settings = new OutboxSettings(Duration.ofSeconds(3), Duration.ofSeconds(2), true, 100);
        Clock clock = Clock.systemUTC();
        FactEncoder encoder = new FactEncoder(JsonMapper.builder().build(), null, clock);
        RecordFactory records = new RecordFactory("test");
        outbox = new Outbox("things", "things", mongo, kafka, records, encoder, settings, clock, meters);
        new Outbox("others", "things", mongo, kafka, records, encoder, settings, clock, meters);
    }

    @AfterEach
    void stop() {
        threads.forEach(Thread::interrupt);
    }

    private void start(Loop loop) {
        threads.add(Thread.ofPlatform().daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    loop.run();
                } catch (InterruptedException e) {
                    return;
                } catch (RuntimeException e) {
                    // as Outboxes does: the loop goes on
                }
            }
        }));
    }

    private static PendingFact fact(String id) {
        return new PendingFact(id, "thing.noted.v1", 1, Instant.now(), null, new byte[0]);
    }

    @Test
    void measuresEachCollectionThatSendsToAStream() {
        for (String gauge : List.of("outbox.pending", "outbox.oldest.age")) {
            assertThat(meters.get(gauge).tag("stream", "things").gauges())
                    .extracting(one -> one.getId().getTag("collection"))
                    .containsExactlyInAnyOrder("things", "others");
        }
    }

    @Test
    void goesOnSendingForEverybodyAfterTheStoreFailedInBetween() {
        when(documents.bulkWrite(anyList(), any()))
                .thenAnswer(call -> BulkWriteResult.acknowledged(
                        0,
                        call.<List<?>>getArgument(0).size(),
                        0,
                        call.<List<?>>getArgument(0).size(),
                        List.of(),
                        List.of()));
        when(documents.find(any(Bson.class)))
                .thenThrow(new MongoSocketReadException("cut", new ServerAddress(), new RuntimeException()));
        start(outbox::sendLoop);
        outbox.relay("a", List.of(fact("a1")));
        outbox.relay("a", List.of(fact("a1"), fact("a2")));
        outbox.relay("b", List.of(fact("b1")));
        await().atMost(5, SECONDS).until(() -> sent.containsAll(List.of("a1", "b1")));

        start(outbox::removeLoop);

        await().atMost(5, SECONDS).untilAsserted(() -> {
            outbox.relay("b", List.of(fact("b2")));
            outbox.relay("a", List.of(fact("a2")));
            assertThat(sent).contains("b2", "a2");
        });
    }

    @Test
    void sendsALaterFactOnlyWhenTheEarlierOneArrived() {
        brokerIsAway = true;
        start(outbox::sendLoop);

        outbox.relay("a", List.of(fact("a1"), fact("a2")));

        await().during(Duration.ofMillis(300)).atMost(5, SECONDS).until(() -> !sent.contains("a2"));
        assertThat(sent).containsExactly("a1");
        brokerIsAway = false;
        await().atMost(5, SECONDS).untilAsserted(() -> {
            outbox.relay("a", List.of(fact("a1"), fact("a2")));
            assertThat(sent).endsWith("a1", "a2");
        });
    }
}
