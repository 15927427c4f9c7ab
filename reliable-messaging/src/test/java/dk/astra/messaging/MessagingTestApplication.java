package dk.astra.messaging;

import dk.astra.contracts.Fact;
import dk.astra.contracts.FactType;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.messaging.Message;

/** A service that writes to the stream {@code tests} and follows it. */
@SpringBootApplication
class MessagingTestApplication {

    /** A fact of the test. */
    @FactType("test.noted.v1")
    record Noted(String text) implements Fact {
        Noted {
            Objects.requireNonNull(text, "text");
        }
    }

    /** What was received, and what goes wrong on request. */
    static final class Received {
        final List<String> ids = new CopyOnWriteArrayList<>();
        final List<String> texts = new CopyOnWriteArrayList<>();
        final Map<String, String> traces = new ConcurrentHashMap<>();
        final Tracer tracer;
        final AtomicInteger outages = new AtomicInteger();
        final AtomicInteger attemptsOfBroken = new AtomicInteger();

        Received(Tracer tracer) {
            this.tracer = tracer;
        }

        Effect take(Noted fact, FactHeaders headers) {
            if (fact.text().equals("broken")) {
                attemptsOfBroken.incrementAndGet();
                throw new IllegalStateException("this one never works");
            }
            if (fact.text().equals("outage") && outages.getAndDecrement() > 0) {
                throw new DataAccessResourceFailureException("the store is away");
            }
            if (ids.contains(headers.id())) {
                return Effect.REPEATED;
            }
            ids.add(headers.id());
            Span span = tracer.currentSpan();
            traces.put(headers.id(), span == null ? "none" : span.context().traceId());
            texts.add(fact.text());
            return Effect.APPLIED;
        }
    }

    /** A store for batches: keeps a text once per fact, or fails on request. */
    static final class Batches {
        final Map<String, String> texts = new ConcurrentHashMap<>();
        final List<Integer> sizes = new CopyOnWriteArrayList<>();
        final AtomicInteger outages = new AtomicInteger();
        final AtomicInteger attemptsOfBroken = new AtomicInteger();

        List<Effect> take(List<Map.Entry<String, String>> facts) {
            sizes.add(facts.size());
            if (outages.getAndDecrement() > 0) {
                throw new DataAccessResourceFailureException("the store is away");
            }
            if (facts.stream().anyMatch(fact -> fact.getValue().equals("broken"))) {
                if (facts.size() == 1) {
                    attemptsOfBroken.incrementAndGet();
                }
                throw new IllegalStateException("one of these never works");
            }
            return facts.stream()
                    .map(fact -> texts.putIfAbsent(fact.getKey(), fact.getValue()) == null
                            ? Effect.APPLIED
                            : Effect.REPEATED)
                    .toList();
        }
    }

    @Bean
    Batches batches() {
        return new Batches();
    }

    @Bean
    Consumer<Poll> followBatches(MessageDispatcher dispatcher, Batches batches) {
        return dispatcher
                .forBatches("followBatches", batches::take)
                .on(Noted.class, (fact, headers) -> Map.entry(headers.id(), fact.text()))
                .build();
    }

    @Bean
    Received received(Tracer tracer) {
        return new Received(tracer);
    }

    @Bean
    Outbox testsOutbox(Outboxes outboxes, MongoTemplate mongo) {
        mongo.indexOps("tests").createIndex(Outboxes.pendingIndex());
        return outboxes.outbox("tests", "tests");
    }

    @Bean
    Consumer<Message<byte[]>> followTests(MessageDispatcher dispatcher, Received received) {
        return dispatcher
                .forFunction("followTests")
                .on(Noted.class, received::take)
                .build();
    }
}
