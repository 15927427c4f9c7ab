package dk.astra.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A record of a stream as it lies in Kafka, with its headers read as UTF-8. */
public record StreamRecord(
        String topic, int partition, long offset, @Nullable String key, Map<String, String> headers, byte[] value) {

    /** The headers of a fact, for {@link StreamProbe#publish}; change what a test wants wrong. */
    public static Map<String, String> headers(String type, String subject, long sequence) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", type);
        headers.put("ce_source", "/test");
        headers.put("ce_subject", subject);
        headers.put("ce_time", "2026-11-22T09:00:00Z");
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        headers.put("content-type", "application/json");
        return headers;
    }

    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    public String subject() {
        return headers.getOrDefault("ce_subject", "");
    }

    public long sequence() {
        return Long.parseLong(headers.getOrDefault("ce_sequence", "-1"));
    }

    public String text() {
        return new String(value, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.MAPPER.readTree(value);
    }
}
