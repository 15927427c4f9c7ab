package dk.astra.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.messaging.MessagingTestApplication.Batches;
import dk.astra.messaging.MessagingTestApplication.Noted;
import dk.astra.testsupport.StreamProbe;
import dk.astra.testsupport.StreamRecord;
import dk.astra.testsupport.WithInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;

/** What a function that takes whole polls does with good, bad and unlucky records that come in one poll. */
@SpringBootTest
@WithInfrastructure(database = "outbox_it")
class ReceivingBatchesIT {

    @Autowired
    Batches batches;

    @Autowired
    MeterRegistry meters;

    @Autowired
    BindingsLifecycleController bindings;

    @Test
    void setsOnlyTheHopelessAsideAndWaitsForAnOutage() {
        String key = UUID.randomUUID().toString();
        try (StreamProbe streams = StreamProbe.ofCurrent()) {
            bindings.stop("followBatches-in-0");
            String first = streams.publishFact("batches", key, "test.noted.v1", 1, new Noted("first"));
            streams.publish("batches", key, StreamRecord.headers("test.noted.v1", key, 2), text("{\"no"));
            streams.publish("batches", key, Map.of("ce_type", "test.noted.v1"), text("{\"text\":\"x\"}"));
            String second = streams.publishFact("batches", key, "test.noted.v1", 3, new Noted("second"));
            streams.publishFact("batches", key, "test.unheard-of.v1", 4, Map.of());
            streams.publishFact("batches", key, "test.noted.v1", 5, new Noted("broken"));
            Map<String, String> copy = StreamRecord.headers("test.noted.v1", key, 3);
            copy.put("ce_id", second);
            streams.publish("batches", key, copy, text("{\"text\":\"second\"}"));
            String last = streams.publishFact("batches", key, "test.noted.v1", 6, new Noted("last"));
            batches.outages.set(3);
            bindings.start("followBatches-in-0");

            await().atMost(60, SECONDS).until(() -> batches.texts.containsKey(last));

            assertThat(batches.texts).containsOnlyKeys(first, second, last);
            assertThat(batches.sizes).as("several facts came together").anyMatch(size -> size > 1);
            assertThat(batches.attemptsOfBroken).hasValue(3);
            assertThat(counted("applied")).isEqualTo(3);
            assertThat(counted("repeated")).isEqualTo(1);
            assertThat(counted("malformed")).isEqualTo(2);
            assertThat(counted("skipped")).isEqualTo(1);
            assertThat(counted("failed")).isGreaterThanOrEqualTo(3 + 3);
            await().atMost(10, SECONDS)
                    .untilAsserted(() -> assertThat(streams.records("batches.followers.dead"))
                            .hasSize(3));
            assertThat(streams.records("batches.followers.dead"))
                    .as("the dead letters and their reasons")
                    .extracting(dead -> dead.headers().getOrDefault("kafka_dlt-exception-fqcn", ""))
                    .contains(MalformedFact.class.getName(), IllegalStateException.class.getName());
        }
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private double counted(String outcome) {
        return meters.counter("facts.received", "function", "followBatches", "outcome", outcome)
                .count();
    }
}
