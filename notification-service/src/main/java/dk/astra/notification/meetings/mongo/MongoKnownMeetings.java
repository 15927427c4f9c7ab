package dk.astra.notification.meetings.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.contracts.meetings.MeetingState;
import dk.astra.notification.meetings.KnownMeeting;
import dk.astra.notification.meetings.KnownMeetings;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The state is kept as JSON, as it came: its times are local, and a store's dates are instants. */
@Component
class MongoKnownMeetings implements KnownMeetings {

    private static final String COLLECTION = "meetings";

    private final MongoTemplate mongo;
    private final JsonMapper json;

    MongoKnownMeetings(MongoTemplate mongo, JsonMapper json) {
        this.mongo = mongo;
        this.json = json;
    }

    @Override
    public boolean learn(MeetingState state, Instant factTime) {
        try {
            mongo.upsert(
                    query(where("_id").is(state.meetingId()).and("version").lt(state.version())),
                    new Update()
                            .set("version", state.version())
                            .set("updatedAt", factTime)
                            .set("state", json.writeValueAsString(state)),
                    COLLECTION);
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public Optional<KnownMeeting> find(String meetingId) {
        return Optional.ofNullable(mongo.findById(meetingId, Document.class, COLLECTION))
                .map(this::read);
    }

    @Override
    public Map<String, KnownMeeting> findAll(Collection<String> meetingIds) {
        Map<String, KnownMeeting> found = new HashMap<>();
        mongo.find(query(where("_id").in(meetingIds)).with(Sort.by("_id")), Document.class, COLLECTION)
                .forEach(stored -> found.put(stored.getString("_id"), read(stored)));
        return found;
    }

    private KnownMeeting read(Document stored) {
        return new KnownMeeting(
                json.readValue(stored.getString("state"), MeetingState.class),
                stored.getDate("updatedAt").toInstant(),
                stored.get("announced", Number.class) == null
                        ? 0
                        : stored.get("announced", Number.class).longValue());
    }

    @Override
    public void markAnnounced(String meetingId, long version) {
        mongo.updateFirst(query(where("_id").is(meetingId)), new Update().max("announced", version), COLLECTION);
    }
}
