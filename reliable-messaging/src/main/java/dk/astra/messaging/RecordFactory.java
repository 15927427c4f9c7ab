package dk.astra.messaging;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.types.Binary;

/** Kafka records and stored documents of pending facts. */
final class RecordFactory {

    private final String source;

    RecordFactory(String applicationName) {
        this.source = "/" + applicationName;
    }

    ProducerRecord<byte[], byte[]> of(String stream, String aggregateId, PendingFact fact) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(stream, utf8(aggregateId), fact.body());
        header(message, FactHeaders.SPEC_VERSION, "1.0");
        header(message, FactHeaders.ID, fact.factId());
        header(message, FactHeaders.TYPE, fact.type());
        header(message, FactHeaders.SOURCE, source);
        header(message, FactHeaders.SUBJECT, aggregateId);
        header(message, FactHeaders.TIME, fact.time().toString());
        header(message, FactHeaders.SEQUENCE, Long.toString(fact.sequence()));
        header(message, FactHeaders.CONTENT_TYPE, "application/json");
        if (fact.traceparent() != null) {
            header(message, FactHeaders.TRACEPARENT, fact.traceparent());
        }
        return message;
    }

    static PendingFact read(Document stored) {
        return new PendingFact(
                stored.getString("factId"),
                stored.getString("type"),
                stored.get("sequence", Number.class).longValue(),
                stored.getDate("time").toInstant(),
                stored.getString("traceparent"),
                stored.get("body", Binary.class).getData());
    }

    private static void header(ProducerRecord<byte[], byte[]> message, String name, String value) {
        message.headers().add(name, utf8(value));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
