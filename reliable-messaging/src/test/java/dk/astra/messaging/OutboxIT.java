package dk.astra.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.testsupport.Broker;
import dk.astra.testsupport.Infrastructure;
import dk.astra.testsupport.StreamRecord;
import dk.astra.testsupport.WithInfrastructure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** P3 and P4: what was written with its change reaches the stream, in order, whatever happens in between. */
@SpringBootTest
@WithInfrastructure(database = "outbox_it")
class OutboxIT extends OutboxTestBase {

    @Test
    void sendsAfterTheWriteAndForgetsWhatTheBrokerHas() {
        String id = newId();
        PendingFact fact = fact("hello", 1);
        store(id, fact);

        outbox.relay(id, List.of(fact));

        StreamRecord sent = streams.await("tests", r -> r.subject().equals(id));
        assertThat(sent.id()).isEqualTo(fact.factId());
        assertThat(sent.type()).isEqualTo("test.noted.v1");
        assertThat(sent.sequence()).isEqualTo(1);
        assertThat(sent.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/messaging-test")
                .containsEntry("ce_time", fact.time().toString())
                .containsEntry("content-type", "application/json");
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(document(id)).doesNotContainKeys("outbox", "pending"));
    }

    @Test
    void findsWhatACrashLeftBehind() {
        String id = newId();
        PendingFact first = fact("left", 1);
        PendingFact second = fact("behind", 2);
        store(id, first, second);

        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(document(id)).doesNotContainKeys("outbox", "pending"));

        assertThat(streams.records("tests", id))
                .extracting(StreamRecord::id)
                .containsExactly(first.factId(), second.factId());
    }

    @Test
    void keepsTheOrderOfAnAggregateThroughAnOutageOfTheBroker() {
        Broker broker = Infrastructure.current().broker();
        String id = newId();
        List<PendingFact> facts = new ArrayList<>();
        broker.kill9();
        for (int i = 1; i <= 5; i++) {
            facts.add(fact("no " + i, i));
        }
        store(id, facts.toArray(PendingFact[]::new));
        outbox.relay(id, facts);
        broker.restart();

        await().atMost(40, SECONDS)
                .untilAsserted(() -> assertThat(document(id)).doesNotContainKeys("outbox", "pending"));

        assertThat(streams.records("tests", id).stream()
                        .map(StreamRecord::sequence)
                        .distinct())
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }
}
