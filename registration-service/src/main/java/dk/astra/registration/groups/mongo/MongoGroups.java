package dk.astra.registration.groups.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dk.astra.messaging.Outbox;
import dk.astra.messaging.Outboxes;
import dk.astra.messaging.PendingFact;
import dk.astra.registration.groups.Group;
import dk.astra.registration.groups.Groups;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.stereotype.Repository;

/** Groups in the collection {@code groups}. */
@Repository
class MongoGroups implements Groups {

    private static final List<String> DECIDING = List.of("turn", "linkHash", "idempotencyKey");
    private static final List<String> FINDING = List.of("unsettled", "remindAt", "lapsesAt", "leaderId");

    private final MongoTemplate mongo;

    MongoGroups(MongoTemplate mongo) {
        this.mongo = mongo;
        IndexOperations indexes = mongo.indexOps(Group.class);
        for (String key : DECIDING) {
            indexes.createIndex(
                    new Index(key, Sort.Direction.ASC).named(key).unique().sparse());
        }
        for (String key : FINDING) {
            indexes.createIndex(new Index(key, Sort.Direction.ASC).named(key).sparse());
        }
        indexes.createIndex(Outboxes.pendingIndex());
    }

    @Override
    public boolean insert(Group group) {
        try {
            mongo.insert(group);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public Optional<Group> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Group.class));
    }

    @Override
    public List<Group> findAll(Collection<String> ids) {
        return mongo.find(query(where("_id").in(ids)).with(Sort.by("_id")), Group.class);
    }

    @Override
    public Optional<Group> findByLinkHash(String linkHash) {
        return one("linkHash", linkHash);
    }

    @Override
    public Optional<Group> findByIdempotencyKey(String idempotencyKey) {
        return one("idempotencyKey", idempotencyKey);
    }

    @Override
    public Optional<Group> inTurn(String meetingId) {
        return one("turn", meetingId);
    }

    private Optional<Group> one(String field, String value) {
        return Optional.ofNullable(mongo.findOne(query(where(field).is(value)), Group.class));
    }

    @Override
    public List<Group> ledBy(String personId) {
        return mongo.find(query(where("leaderId").is(personId)).with(Sort.by("_id")), Group.class);
    }

    @Override
    public List<Group> unsettled(int limit) {
        return mongo.find(
                query(where("unsettled").is(true)).with(Sort.by("_id")).limit(limit), Group.class);
    }

    @Override
    public List<Group> toRemind(Instant now, int limit) {
        return due("remindAt", now, limit);
    }

    @Override
    public List<Group> toLapse(Instant now, int limit) {
        return due("lapsesAt", now, limit);
    }

    private List<Group> due(String field, Instant now, int limit) {
        return mongo.find(
                query(where(field).lte(now)).with(Sort.by(field, "_id")).limit(limit), Group.class);
    }

    @Override
    public Optional<Group> change(
            Group read, UnaryOperator<Group> change, @Nullable Function<Group, PendingFact> fact) {
        Document before = document(read);
        Group next = change.apply(mongo.getConverter().read(Group.class, before));
        next.riseTo(read.version() + 1);
        List<Bson> updates = differences(before, document(next));
        if (fact != null) {
            Document holder = document(Group.holding(fact.apply(next)));
            updates.add(Updates.push(
                    Outbox.FACTS, holder.getList(Outbox.FACTS, Document.class).getFirst()));
            updates.add(Updates.set(Outbox.PENDING, true));
        }
        Bson asRead = Filters.and(Filters.eq("_id", read.id()), Filters.eq("version", read.version()));
        return Optional.ofNullable(mongo.execute(
                        Group.class,
                        collection -> collection.findOneAndUpdate(
                                asRead,
                                Updates.combine(updates),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))))
                .map(written -> mongo.getConverter().read(Group.class, written));
    }

    /** Only what changed: facts that left the outbox meanwhile do not come back. */
    private static List<Bson> differences(Document before, Document after) {
        List<Bson> updates = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        fields.removeAll(List.of("_id", Outbox.FACTS, Outbox.PENDING));
        for (String field : fields) {
            if (!after.containsKey(field)) {
                updates.add(Updates.unset(field));
            } else if (!Objects.equals(before.get(field), after.get(field))) {
                updates.add(Updates.set(field, after.get(field)));
            }
        }
        return updates;
    }

    private Document document(Group group) {
        Document document = new Document();
        mongo.getConverter().write(group, document);
        return document;
    }

    @Override
    public void remove(Group group) {
        mongo.remove(query(where("_id").is(group.id()).and("state").is(Group.State.REFUSED)), Group.class);
    }
}
