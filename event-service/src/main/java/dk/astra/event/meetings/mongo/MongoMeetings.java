package dk.astra.event.meetings.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.event.meetings.Meeting;
import dk.astra.event.meetings.Meetings;
import dk.astra.messaging.Outbox;
import dk.astra.messaging.Outboxes;
import dk.astra.messaging.PendingFact;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Meetings in the collection {@code meetings}, one document each. */
@Repository
class MongoMeetings implements Meetings {

    private static final Logger log = LoggerFactory.getLogger(MongoMeetings.class);
    private static final Sort BY_START = Sort.by("times.startsAt", "_id");

    private static final Set<String> NEVER_SET = Set.of("_id", "_class", Outbox.FACTS, Outbox.PENDING);

    private final MongoTemplate mongo;
    private volatile boolean indexed;

    MongoMeetings(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        try {
            requireIndexes();
        } catch (DataAccessException e) {
            log.warn("indexes of the meetings are created with the first meeting: {}", e.toString());
        }
    }

    /** Nothing is added before the index that keeps it from being added twice. */
    private void requireIndexes() {
        if (indexed) {
            return;
        }
        IndexOperations indexes = mongo.indexOps(Meeting.class);
        indexes.createIndex(new Index("creationKey", Sort.Direction.ASC)
                .named("creationKey")
                .unique()
                .sparse());
        indexes.createIndex(new Index("status", Sort.Direction.ASC).named("status"));
        indexes.createIndex(Outboxes.pendingIndex());
        indexed = true;
    }

    @Override
    public Optional<Meeting> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Meeting.class));
    }

    @Override
    public Optional<Meeting> findByCreationKey(String creationKey) {
        return Optional.ofNullable(mongo.findOne(query(where("creationKey").is(creationKey)), Meeting.class));
    }

    @Override
    public boolean add(Meeting meeting) {
        requireIndexes();
        try {
            mongo.insert(meeting);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** Not a replacement of the document: that would bring back facts which were sent and removed meanwhile. */
    @Override
    public Optional<Meeting> write(Meeting meeting, long readRevision, List<PendingFact> facts) {
        Document fields = new Document();
        mongo.getConverter().write(meeting, fields);
        NEVER_SET.forEach(fields::remove);
        Update update = new Update();
        fields.forEach(update::set);
        if (!facts.isEmpty()) {
            update.push(Outbox.FACTS).each(facts.toArray()).set(Outbox.PENDING, true);
        }
        Query asRead = query(where("_id").is(meeting.id()).and("revision").is(readRevision));
        FindAndModifyOptions asWritten = FindAndModifyOptions.options().returnNew(true);
        return Optional.ofNullable(mongo.findAndModify(asRead, update, asWritten, Meeting.class));
    }

    @Override
    public List<Meeting> inStatus(Set<Meeting.Status> states) {
        Query query = query(where("status").in(states)).with(BY_START);
        query.fields().exclude(Outbox.FACTS, "keys");
        return mongo.find(query, Meeting.class);
    }

    @Override
    public List<Meeting> withIds(Set<String> ids) {
        return mongo.find(query(where("_id").in(ids)).with(BY_START), Meeting.class);
    }

    @Override
    public Map<Meeting.Status, Long> countByStatus() {
        Map<Meeting.Status, Long> counts = new EnumMap<>(Meeting.Status.class);
        for (Meeting.Status status : Meeting.Status.values()) {
            counts.put(status, 0L);
        }
        Aggregation byStatus =
                Aggregation.newAggregation(Aggregation.group("status").count().as("number"));
        for (Document group : mongo.aggregate(byStatus, Meeting.COLLECTION, Document.class)) {
            counts.put(
                    Meeting.Status.valueOf(group.getString("_id")),
                    group.get("number", (Number) 0).longValue());
        }
        return counts;
    }
}
