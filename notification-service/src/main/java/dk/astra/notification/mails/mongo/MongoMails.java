package dk.astra.notification.mails.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import dk.astra.messaging.BatchedCall;
import dk.astra.messaging.Outbox;
import dk.astra.messaging.PendingFact;
import dk.astra.notification.mails.Mail;
import dk.astra.notification.mails.Mails;
import dk.astra.notification.mails.Reason;
import dk.astra.notification.mails.State;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

@Component
class MongoMails implements Mails {

    static final String COLLECTION = "mails";
    private static final int DUPLICATE_KEY = 11000;
    private static final int TOGETHER = 64;

    private final MongoTemplate mongo;
    private final Outbox outbox;
    private final BatchedCall<Change, Optional<Stored>> changes = new BatchedCall<>(TOGETHER, this::changeAll);

    MongoMails(MongoTemplate mongo, Outbox deliveriesOutbox) {
        this.mongo = mongo;
        this.outbox = deliveriesOutbox;
    }

    @Override
    public Set<String> insert(Collection<Mail> mails) {
        List<Document> documents = mails.stream().map(MailDocuments::write).toList();
        Set<String> inserted = mails.stream().map(Mail::id).collect(Collectors.toCollection(HashSet::new));
        mongo.execute(COLLECTION, collection -> {
            try {
                return collection.insertMany(documents, new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                if (e.getWriteConcernError() != null
                        || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                    throw new DataAccessResourceFailureException("mails were not all queued", e);
                }
                e.getWriteErrors()
                        .forEach(error ->
                                inserted.remove(documents.get(error.getIndex()).getString("_id")));
                return null;
            }
        });
        return inserted;
    }

    @Override
    public Optional<Mail> find(String mailId) {
        return Optional.ofNullable(mongo.findById(mailId, Document.class, COLLECTION))
                .map(MailDocuments::read);
    }

    @Override
    public boolean change(Mail before, Mail after, @Nullable PendingFact fact) {
        Change change =
                new Change(before, after, fact, ThreadLocalRandom.current().nextLong());
        Optional<Stored> stored = changes.ask(change);
        if (fact != null) {
            stored.ifPresent(document -> outbox.relay(before.id(), document.facts()));
        }
        return stored.isPresent();
    }

    /** @param number tells this change from one that another instance makes at the same moment */
    private record Change(Mail before, Mail after, @Nullable PendingFact fact, long number) {

        Update update() {
            Update update = new Update().set("changeNumber", number);
            MailDocuments.changing(after).forEach((field, value) -> {
                if (value == null) {
                    update.unset(field);
                } else {
                    update.set(field, value);
                }
            });
            return fact == null ? update : update.push(Outbox.FACTS, fact).set(Outbox.PENDING, true);
        }
    }

    /** What the relay needs of a document. */
    private record Stored(
            String id,
            @Nullable Long changeNumber,
            @Nullable List<PendingFact> outbox) {

        List<PendingFact> facts() {
            return outbox == null ? List.of() : outbox;
        }
    }

    /** One round trip, and a second one when facts are to be sent or somebody else was faster. */
    private List<Optional<Stored>> changeAll(List<Change> changes) {
        BulkOperations updates = mongo.bulkOps(BulkOperations.BulkMode.UNORDERED, Stored.class, COLLECTION);
        for (Change change : changes) {
            Mail before = change.before();
            updates.updateOne(query(where("_id").is(before.id()).and("version").is(before.version())), change.update());
        }
        boolean all = updates.execute().getModifiedCount() == changes.size();
        if (all && changes.stream().allMatch(change -> change.fact() == null)) {
            return changes.stream()
                    .map(change -> Optional.of(new Stored(change.before().id(), change.number(), null)))
                    .toList();
        }
        Query changed = query(where("_id")
                        .in(changes.stream().map(change -> change.before().id()).toList()))
                .with(Sort.by("_id"));
        changed.fields().include("changeNumber", Outbox.FACTS);
        Map<String, Stored> stored = mongo.find(changed, Stored.class, COLLECTION).stream()
                .collect(Collectors.toMap(Stored::id, document -> document));
        return changes.stream()
                .map(change -> Optional.ofNullable(stored.get(change.before().id()))
                        .filter(document -> Objects.equals(document.changeNumber(), change.number())))
                .toList();
    }

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
