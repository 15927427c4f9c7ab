package dk.astra.notification.mails.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import dk.astra.messaging.Outbox;
import dk.astra.messaging.PendingFact;
import dk.astra.notification.mails.Mail;
import dk.astra.notification.mails.Mails;
import dk.astra.notification.mails.Reason;
import dk.astra.notification.mails.State;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

@Component
class MongoMails implements Mails {

    static final String COLLECTION = "mails";
    private static final int DUPLICATE_KEY = 11000;

    private final MongoTemplate mongo;
    private final Outbox outbox;

    MongoMails(MongoTemplate mongo, Outbox deliveriesOutbox) {
        this.mongo = mongo;
        this.outbox = deliveriesOutbox;
    }

    @Override
    public int insert(Collection<Mail> mails) {
        List<Document> documents = mails.stream().map(MailDocuments::write).toList();
        try {
            mongo.getCollection(COLLECTION).insertMany(documents, new InsertManyOptions().ordered(false));
            return documents.size();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw new DataAccessResourceFailureException("mails were not all queued", e);
            }
            return documents.size() - e.getWriteErrors().size();
        }
    }

    @Override
    public Optional<Mail> find(String mailId) {
        return Optional.ofNullable(mongo.findById(mailId, Document.class, COLLECTION))
                .map(MailDocuments::read);
    }

    @Override
    public boolean change(Mail before, Mail after, @Nullable PendingFact fact) {
        Update update = new Update();
        MailDocuments.changing(after).forEach((field, value) -> {
            if (value == null) {
                update.unset(field);
            } else {
                update.set(field, value);
            }
        });
        Query expected = query(where("_id").is(before.id()).and("version").is(before.version()));
        if (fact == null) {
            return mongo.updateFirst(expected, update, COLLECTION).getModifiedCount() == 1;
        }
        update.push(Outbox.FACTS, fact).set(Outbox.PENDING, true);
        Stored stored = mongo.findAndModify(
                expected, update, FindAndModifyOptions.options().returnNew(true), Stored.class, COLLECTION);
        if (stored == null) {
            return false;
        }
        outbox.relay(before.id(), stored.outbox());
        return true;
    }

    /** What the relay needs of a document. */
    private record Stored(String id, List<PendingFact> outbox) {}

    @Override
    public List<Mail> due(Instant now, int limit) {
        return read(
                open().and("nextAttemptAt").lte(now),
                Sort.by("priority", "createdAt").and(Sort.by("_id")),
                limit);
    }

    @Override
    public List<Mail> waitingFor(Collection<Reason> reasons, int limit) {
        return read(waiting(reasons), Sort.by("createdAt", "_id"), limit);
    }

    @Override
    public long release(Collection<Reason> reasons, Instant now) {
        return makeDue(waiting(reasons), now);
    }

    @Override
    public long releaseMeeting(String meetingId, Instant now) {
        return makeDue(
                waiting(List.of(Reason.MEETING_UNKNOWN_YET)).and("meetingId").is(meetingId), now);
    }

    private long makeDue(Criteria which, Instant now) {
        Query later = query(which.and("nextAttemptAt").gt(now));
        return mongo.updateMulti(later, new Update().set("nextAttemptAt", now), COLLECTION)
                .getModifiedCount();
    }

    private static Criteria open() {
        return where("open").is(true);
    }

    private static Criteria waiting(Collection<Reason> reasons) {
        return open().and("state")
                .is(State.QUEUED.name())
                .and("reason")
                .in(reasons.stream().map(Reason::name).toList());
    }

    @Override
    public List<Mail> list(
            @Nullable String meetingId, @Nullable String registrationId, @Nullable State state, int limit) {
        Criteria wanted = new Criteria();
        if (registrationId != null) {
            wanted = wanted.and("registrationId").is(registrationId);
        }
        if (meetingId != null) {
            wanted = wanted.and("meetingId").is(meetingId);
        }
        if (state != null) {
            wanted = wanted.and("state").is(state.name());
        }
        return read(wanted, Sort.by(Sort.Direction.DESC, "createdAt").and(Sort.by("_id")), limit);
    }

    private List<Mail> read(Criteria wanted, Sort order, int limit) {
        return mongo.find(query(wanted).with(order).limit(limit), Document.class, COLLECTION).stream()
                .map(MailDocuments::read)
                .toList();
    }

    @Override
    public Map<State, Long> count() {
        Map<State, Long> count = new EnumMap<>(State.class);
        for (State state : State.values()) {
            count.put(state, mongo.count(query(where("state").is(state.name())), COLLECTION));
        }
        return count;
    }

    @Override
    public Optional<Mail> oldestOpen() {
        return read(open(), Sort.by("createdAt", "_id"), 1).stream().findFirst();
    }
}
