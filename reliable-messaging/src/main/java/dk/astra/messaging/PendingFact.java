package dk.astra.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact stored with the change that caused it, until the broker has it. Body and trace are frozen in the
 * business write, so that a later sender sends exactly what was decided then.
 *
 * @param factId UUIDv7, header {@code ce_id}
 * @param type header {@code ce_type}
 * @param sequence the aggregate's version after the change, header {@code ce_sequence}
 * @param traceparent W3C trace context of the request, where there was one
 * @param body JSON, UTF-8
 */
public record PendingFact(
        String factId,
        String type,
        long sequence,
        Instant time,
        @Nullable String traceparent,
        byte[] body) {}
