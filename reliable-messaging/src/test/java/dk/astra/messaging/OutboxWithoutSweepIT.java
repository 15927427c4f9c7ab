package dk.astra.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.testsupport.WithInfrastructure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** Negative control of {@link OutboxIT}: without the sweep, what a crash left behind stays there. */
@SpringBootTest(properties = {"outbox.sweep-enabled=false", "spring.cloud.function.definition="})
@WithInfrastructure(database = "outbox_without_sweep_it")
class OutboxWithoutSweepIT extends OutboxTestBase {

    @Test
    void losesWhatACrashLeftBehind() {
        String left = newId();
        store(left, fact("left", 1));
        String relayed = newId();
        PendingFact fact = fact("relayed", 1);
        store(relayed, fact);
        outbox.relay(relayed, List.of(fact));

        await().atMost(10, SECONDS).until(() -> !document(relayed).containsKey("outbox"));
        await().during(Duration.ofSeconds(2))
                .atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(document(left)).containsKeys("outbox", "pending"));
        assertThat(streams.records("tests", left)).isEmpty();
    }
}
