package dk.astra.registration.registration.mongo;

import dk.astra.messaging.Outboxes;
import dk.astra.registration.registration.Registration;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** The indexes that decide races, and those that find. */
final class RegistrationIndexes {

    static final List<String> DECIDING = List.of("personKey", "seatKey", "waitKey", "linkHash", "idempotencyKey");

    private RegistrationIndexes() {}

    /** Fields that hardly any registration has. */
    private static List<String> rare() {
        return List.of(
                "movingFrom",
                "former.linkHash",
                "former.personId",
                "former.until",
                "offeredUntil",
                "pairing",
                "groupId",
                "groupHold",
                "waitsTogetherAt");
    }

    static void create(MongoTemplate mongo) {
        IndexOperations indexes = mongo.indexOps(Registration.class);
        for (String key : DECIDING) {
            indexes.createIndex(
                    new Index(key, Sort.Direction.ASC).named(key).unique().sparse());
        }
        indexes.createIndex(Outboxes.pendingIndex());
        indexes.createIndex(
                new Index("freeSeatOf", Sort.Direction.ASC).named("freeSeatOf").sparse());
        for (String rare : rare()) {
            indexes.createIndex(new Index(rare, Sort.Direction.ASC).named(rare).sparse());
        }
        indexes.createIndex(
                new Index("personId", Sort.Direction.ASC).named("personId").sparse());
        indexes.createIndex(new Index("meetingId", Sort.Direction.ASC)
                .on("status", Sort.Direction.ASC)
                .on("waitingNumber", Sort.Direction.ASC)
                .named("line"));
    }
}
