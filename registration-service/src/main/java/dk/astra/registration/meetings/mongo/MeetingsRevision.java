package dk.astra.registration.meetings.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/**
 * A number in the store that rises after every change of a known meeting. Instances look at it instead of at each
 * meeting: one read a period, however many meetings people sign up for.
 */
final class MeetingsRevision {

    private static final String COLLECTION = "revisions";
    private static final String ID = "meetings";

    private final MongoTemplate mongo;
    private final Clock clock;
    private final Duration period;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Instant goodUntil = Instant.MIN;
    private volatile long known;

    MeetingsRevision(MongoTemplate mongo, Clock clock, Duration period) {
        this.mongo = mongo;
        this.clock = clock;
        this.period = period;
    }

    /** As it was at most a period ago; longer only while somebody is reading it. */
    long recent() {
        if (clock.instant().isBefore(goodUntil)) {
            return known;
        }
        // the first one must wait for it: nothing is known yet
        if (goodUntil.equals(Instant.MIN)) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return known;
        }
        try {
            if (!clock.instant().isBefore(goodUntil)) {
                Instant asked = clock.instant();
                Document stored = mongo.findById(ID, Document.class, COLLECTION);
                known = stored == null ? 0 : stored.get("number", Number.class).longValue();
                goodUntil = asked.plus(period);
            }
            return known;
        } finally {
            reading.unlock();
        }
    }

    /** After a change; this instance sees it at once. */
    void rise() {
        mongo.upsert(query(where("_id").is(ID)), new Update().inc("number", 1L), COLLECTION);
        goodUntil = goodUntil.equals(Instant.MIN) ? Instant.MIN : Instant.EPOCH;
    }
}
