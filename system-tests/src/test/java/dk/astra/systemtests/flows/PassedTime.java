package dk.astra.systemtests.flows;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dk.astra.systemtests.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.conversions.Bson;

/**
 * Time that passes for one registration alone: its moments are moved in the store. A moved clock would do it for everybody,
 * and end every sign-in on the way.
 */
final class PassedTime {

    private final Stack stack;

    PassedTime(Stack stack) {
        this.stack = stack;
    }

    /** Long enough ago that a seat is offered, and not just given. */
    void hasWaitedForHours(String registrationId) {
        move(registrationId, Updates.set("registeredAt", Date.from(Instant.now().minus(Duration.ofHours(3)))));
    }

    /** The offer of a seat to this registration ends then. */
    void offerEnds(String registrationId, Instant end) {
        move(registrationId, Updates.set("offeredUntil", Date.from(end)));
    }

    private void move(String registrationId, Bson change) {
        try (MongoClient client = MongoClients.create(stack.mongo("registrations"))) {
            long moved = client.getDatabase("registrations")
                    .getCollection("registrations")
                    .updateOne(Filters.eq("_id", registrationId), change)
                    .getMatchedCount();
            if (moved != 1) {
                throw new AssertionError("no registration " + registrationId);
            }
        }
    }
}
