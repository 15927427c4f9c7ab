package dk.astra.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.messaging.MessagingTestApplication.Received;
import dk.astra.testsupport.Broker;
import dk.astra.testsupport.Infrastructure;
import dk.astra.testsupport.StreamRecord;
import dk.astra.testsupport.WithInfrastructure;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** P3 and P4: what was written with its change reaches the stream, in order, whatever happens in between. */
@SpringBootTest
@WithInfrastructure(database = "outbox_it")
class OutboxIT extends OutboxTestBase {

    @Autowired
    Tracer tracer;

    @Autowired
    Received received;

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

    /** Another instance sent and removed the first fact, and added a third, while this one was sending two. */
    @Test
    void removesNothingThatItDidNotSend() {
        String id = newId();
        PendingFact first = fact("one", 1);
        PendingFact second = fact("two", 2);
        PendingFact third = fact("three", 3);
        store(id, second, third);

        outbox.relay(id, List.of(first, second));

        streams.await("tests", r -> r.id().equals(third.factId()));
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(document(id)).doesNotContainKeys("outbox", "pending"));
    }

    /** A crash between taking the last fact out and taking the mark off. */
    @Test
    void takesTheMarkOffAnEmptyOutbox() {
        String id = newId();
        store(id);

        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(document(id)).doesNotContainKeys("outbox", "pending"));
    }

    @Test
    void carriesTheTraceToTheFollower() {
        String id = newId();
        Span span = tracer.nextSpan().name("request").start();
        PendingFact fact;
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            fact = fact("traced", 1);
        } finally {
            span.end();
        }
        store(id, fact);

        outbox.relay(id, List.of(fact));

        String trace = span.context().traceId();
        StreamRecord sent = streams.await("tests", r -> r.subject().equals(id));
        assertThat(sent.headers().get("traceparent")).contains(trace);
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(received.traces).containsEntry(fact.factId(), trace));
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
