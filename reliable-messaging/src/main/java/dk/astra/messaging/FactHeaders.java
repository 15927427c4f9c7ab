package dk.astra.messaging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.MessageHeaders;

/**
 * The CloudEvents 1.0 attributes of a received fact (binary mode, headers {@code ce_*}).
 *
 * @param id the same for every copy of the fact: what an inbox remembers
 * @param subject id of the aggregate
 * @param sequence version of the aggregate: higher is later
 * @param traceparent W3C trace context of what caused the fact, where there was one
 */
public record FactHeaders(
        String id,
        String type,
        String source,
        String subject,
        long sequence,
        Instant time,
        @Nullable String traceparent) {

    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String SOURCE = "ce_source";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    static final String SEQUENCE = "ce_sequence";
    static final String SPEC_VERSION = "ce_specversion";
    static final String TRACEPARENT = "traceparent";
    static final String CONTENT_TYPE = "content-type";

    static FactHeaders of(MessageHeaders headers) {
        return of(name -> text(headers, name));
    }

    static FactHeaders of(Headers headers) {
        return of(name -> text(headers, name));
    }

    private static FactHeaders of(Source headers) {
        try {
            return new FactHeaders(
                    required(headers, ID),
                    required(headers, TYPE),
                    required(headers, SOURCE),
                    required(headers, SUBJECT),
                    Long.parseLong(required(headers, SEQUENCE)),
                    Instant.parse(required(headers, TIME)),
                    headers.text(TRACEPARENT));
        } catch (NumberFormatException | DateTimeException e) {
            throw new MalformedFact("unreadable header: " + e.getMessage(), e);
        }
    }

    static @Nullable String text(MessageHeaders headers, String name) {
        Object value = headers.get(name);
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return value == null ? null : value.toString();
    }

    static @Nullable String text(Headers headers, String name) {
        Header value = headers.lastHeader(name);
        return value == null || value.value() == null ? null : new String(value.value(), StandardCharsets.UTF_8);
    }

    private interface Source {
        @Nullable
        String text(String name);
    }

    private static String required(Source headers, String name) {
        String value = headers.text(name);
        if (value == null || value.isBlank()) {
            throw new MalformedFact("header " + name + " is missing", null);
        }
        return value;
    }
}
