package dk.astra.messaging;

import dk.astra.contracts.Fact;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Freezes a fact for the outbox. */
public final class FactEncoder {

    private final JsonMapper json;
    private final @Nullable Tracer tracer;
    private final Clock clock;

    FactEncoder(JsonMapper json, @Nullable Tracer tracer, Clock clock) {
        this.json = json;
        this.tracer = tracer;
        this.clock = clock;
    }

    /**
     * @param sequence the aggregate's version after the change
     * @param trace {@link #traceparent()} of the request that caused it
     */
    public PendingFact encode(Fact fact, long sequence, @Nullable String trace) {
        return new PendingFact(
                UuidV7.next(clock),
                Fact.typeOf(fact.getClass()),
                sequence,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                trace,
                json.writeValueAsBytes(fact));
    }

    /** W3C trace context of this thread. */
    @Nullable
    String traceparent() {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        TraceContext context = span.context();
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }
}
