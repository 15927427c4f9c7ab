package dk.astra.notification.mails;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Carries the trace of a fact over the time that its mail lies in the ledger. */
@Component
public class Trace {

    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    Trace(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        this.tracer = tracer.getIfAvailable();
        this.propagator = propagator.getIfAvailable();
    }

    /** W3C trace context of this moment, null outside of a trace. */
    public @Nullable String current() {
        Span span = tracer == null ? null : tracer.currentSpan();
        if (span == null) {
            return null;
        }
        TraceContext context = span.context();
        return "00-%s-%s-%s"
                .formatted(context.traceId(), context.spanId(), Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
    }

    /** Goes on with the trace in which the mail became due. */
    public void continued(Mail mail, Runnable delivery) {
        String traceparent = mail.cause().traceparent();
        if (tracer == null || propagator == null || traceparent == null) {
            delivery.run();
            return;
        }
        Span span = propagator
                .extract(traceparent, (carrier, name) -> name.equals("traceparent") ? carrier : null)
                .name("deliver mail")
                .tag("mail.id", mail.id())
                .start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            delivery.run();
        } finally {
            span.end();
        }
    }
}
