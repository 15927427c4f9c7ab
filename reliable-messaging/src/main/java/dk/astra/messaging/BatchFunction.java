package dk.astra.messaging;

import dk.astra.contracts.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * A stream function that takes whole polls: reads the facts, and hands all of them to one handler. A record at fault
 * is told by its place, so that what comes before it is done with, and it alone is set aside.
 *
 * <p>A fact that comes alone is taken in at once; what follows within a moment comes together, for a poll, and what it
 * causes, costs the same for one fact as for many.
 *
 * @param <R> what a fact is turned into for the handler
 */
public final class BatchFunction<R> {

    private static final int FEW = 50;
    private static final long A_MOMENT_MILLIS = 50;

    private final FactReader reader;
    private final ReceivedFacts received;
    private final BatchHandler<R> handler;
    private final Map<String, Route<?, R>> routes = new HashMap<>();

    BatchFunction(FactReader reader, ReceivedFacts received, BatchHandler<R> handler) {
        this.reader = reader;
        this.received = received;
        this.handler = handler;
    }

    private record Route<T extends Fact, R>(Class<T> type, BiFunction<T, FactHeaders, R> turn) {

        R read(FactReader reader, byte[] body, FactHeaders headers) {
            return turn.apply(reader.read(body, type, headers), headers);
        }
    }

    public <T extends Fact> BatchFunction<R> on(Class<T> type, BiFunction<T, FactHeaders, R> turn) {
        routes.put(Fact.typeOf(type), new Route<>(type, turn));
        return this;
    }

    public Consumer<Poll> build() {
        return this::receive;
    }

    private void receive(Poll poll) {
        List<R> facts = new ArrayList<>(poll.records().size());
        List<Integer> places = new ArrayList<>(poll.records().size());
        int place = 0;
        RuntimeException fault = null;
        for (ConsumerRecord<byte[], byte[]> next : poll.records()) {
            try {
                R fact = read(next);
                if (fact != null) {
                    facts.add(fact);
                    places.add(place);
                }
            } catch (RuntimeException e) {
                fault = e;
                break;
            }
            place++;
        }
        try {
            handle(facts, places);
        } catch (BatchListenerFailedException e) {
            int before = Math.max(0, Collections.binarySearch(places, e.getIndex()));
            received.count(ReceivedFacts.SKIPPED, e.getIndex() - before);
            throw e;
        }
        received.count(ReceivedFacts.SKIPPED, place - facts.size());
        if (fault != null) {
            received.count(fault instanceof MalformedFact ? ReceivedFacts.MALFORMED : ReceivedFacts.FAILED, 1);
            throw new BatchListenerFailedException("a record cannot be read", fault, place);
        }
        if (poll.records().size() < FEW) {
            waitForMore();
        }
    }

    private static void waitForMore() {
        try {
            Thread.sleep(A_MOMENT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable R read(ConsumerRecord<byte[], byte[]> polled) {
        String type = FactHeaders.text(polled.headers(), FactHeaders.TYPE);
        byte[] body = polled.value();
        if (body == null || type != null && !routes.containsKey(type)) {
            return null;
        }
        FactHeaders headers = FactHeaders.of(polled.headers());
        Route<?, R> route = routes.get(headers.type());
        return route == null ? null : route.read(reader, body, headers);
    }

    private void handle(List<R> facts, List<Integer> places) {
        if (facts.isEmpty()) {
            return;
        }
        try {
            for (Effect effect : handler.handle(facts)) {
                received.count(effect);
            }
        } catch (RuntimeException e) {
            if (facts.size() > 1 && !RetryAndDeadLetters.isOutage(e)) {
                oneByOne(facts, places);
                return;
            }
            received.count(ReceivedFacts.FAILED, facts.size());
            throw new BatchListenerFailedException("facts were not taken in", e, places.getFirst());
        }
    }

    /** Finds the fact at fault, and does what comes before it. */
    private void oneByOne(List<R> facts, List<Integer> places) {
        for (int i = 0; i < facts.size(); i++) {
            handle(facts.subList(i, i + 1), places.subList(i, i + 1));
        }
    }
}
