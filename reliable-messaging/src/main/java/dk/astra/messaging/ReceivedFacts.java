package dk.astra.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counter {@code facts.received} of one function, by outcome; see {@link MessageDispatcher}. */
final class ReceivedFacts {

    static final String APPLIED = "applied";
    static final String REPEATED = "repeated";
    static final String SKIPPED = "skipped";
    static final String MALFORMED = "malformed";
    static final String FAILED = "failed";

    private final Map<String, Counter> counters = new HashMap<>();

    ReceivedFacts(MeterRegistry meters, String function) {
        for (String outcome : List.of(APPLIED, REPEATED, SKIPPED, MALFORMED, FAILED)) {
            counters.put(outcome, meters.counter("facts.received", "function", function, "outcome", outcome));
        }
    }

    void count(Effect effect) {
        count(effect == Effect.APPLIED ? APPLIED : REPEATED, 1);
    }

    void count(String outcome, int records) {
        Counter counter = counters.get(outcome);
        if (counter != null) {
            counter.increment(records);
        }
    }
}
