package dk.astra.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.messaging.MessagingTestApplication.Noted;
import dk.astra.messaging.MessagingTestApplication.Received;
import dk.astra.testsupport.StreamProbe;
import dk.astra.testsupport.StreamRecord;
import dk.astra.testsupport.WithInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What a stream function does with good, bad and unlucky records; every record is counted once. */
@SpringBootTest
@WithInfrastructure(database = "outbox_it")
class ReceivingIT {

    @Autowired
    Received received;

    @Autowired
    MeterRegistry meters;

    @Test
    void waitsForAnOutageAndSetsTheHopelessAside() {
        String key = UUID.randomUUID().toString();
        received.outages.set(6);
        double failedBefore = counted("failed");
        try (StreamProbe streams = StreamProbe.ofCurrent()) {
            streams.publishFact("tests", key, "test.noted.v1", 1, new Noted("outage"));
            streams.publishFact("tests", key, "test.noted.v1", 2, new Noted("broken"));
            streams.publish("tests", key, StreamRecord.headers("test.noted.v1", key, 3), "null".getBytes());
            streams.publish("tests", key, Map.of("ce_type", "test.noted.v1"), "{\"text\":\"x\"}".getBytes());
            streams.publishFact("tests", key, "test.unheard-of.v1", 4, Map.of());
            streams.publishFact("tests", key, "test.noted.v1", 5, new Noted("good again"));

            await().atMost(60, SECONDS).until(() -> received.texts.contains("good again"));

            assertThat(received.texts).containsSubsequence("outage", "good again");
            assertThat(received.attemptsOfBroken).hasValue(3);
            assertThat(counted("failed") - failedBefore).isEqualTo(6 + 3);
            assertThat(counted("malformed")).isEqualTo(2);
            assertThat(counted("skipped")).isEqualTo(1);
            await().atMost(10, SECONDS)
                    .untilAsserted(() ->
                            assertThat(streams.records("tests.followers.dead")).hasSize(3));
        }
    }

    private double counted(String outcome) {
        return meters.counter("facts.received", "function", "followTests", "outcome", outcome)
                .count();
    }
}
