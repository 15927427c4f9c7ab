package dk.astra.messaging;

import dk.astra.messaging.MessagingTestApplication.Noted;
import dk.astra.testsupport.StreamProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Writes aggregates with facts as a service does. */
abstract class OutboxTestBase {

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Outbox outbox;

    StreamProbe streams;

    @BeforeEach
    void openStreams() {
        streams = StreamProbe.ofCurrent();
    }

    @AfterEach
    void closeStreams() {
        streams.close();
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    PendingFact fact(String text, long sequence) {
        return outbox.pending(new Noted(text), sequence);
    }

    /** The business write of a new aggregate; whether it is relayed is the caller's choice. */
    void store(String id, PendingFact... facts) {
        List<Document> stored = new ArrayList<>();
        for (PendingFact fact : facts) {
            stored.add(new Document("factId", fact.factId())
                    .append("type", fact.type())
                    .append("sequence", fact.sequence())
                    .append("time", java.util.Date.from(fact.time()))
                    .append("body", new Binary(fact.body())));
        }
        mongo.getCollection("tests")
                .insertOne(new Document("_id", id)
                        .append("version", (long) facts.length)
                        .append("outbox", stored)
                        .append("pending", true));
    }

    Document document(String id) {
        return mongo.getCollection("tests").find(new Document("_id", id)).first();
    }
}
