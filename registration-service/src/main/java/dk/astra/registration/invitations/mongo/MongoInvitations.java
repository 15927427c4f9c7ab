package dk.astra.registration.invitations.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dk.astra.messaging.Outbox;
import dk.astra.messaging.Outboxes;
import dk.astra.messaging.PendingFact;
import dk.astra.registration.ChangedFields;
import dk.astra.registration.invitations.Invitation;
import dk.astra.registration.invitations.Invitations;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.stereotype.Repository;

/** Invitations in the collection {@code invitations}. */
@Repository
class MongoInvitations implements Invitations {

    private final MongoTemplate mongo;

    MongoInvitations(MongoTemplate mongo) {
        this.mongo = mongo;
        IndexOperations indexes = mongo.indexOps(Invitation.class);
        for (String key : List.of("invitationKey", "linkHash")) {
            indexes.createIndex(
                    new Index(key, Sort.Direction.ASC).named(key).unique().sparse());
        }
        indexes.createIndex(Outboxes.pendingIndex());
        for (String rare : List.of("requestKey", "settling")) {
            indexes.createIndex(new Index(rare, Sort.Direction.ASC).named(rare).sparse());
        }
        indexes.createIndex(new Index("personId", Sort.Direction.ASC).named("personId"));
        indexes.createIndex(new Index("meetingId", Sort.Direction.ASC)
                .on("invitedAt", Sort.Direction.ASC)
                .named("meeting"));
    }

    @Override
    public boolean insert(Invitation invitation) {
        try {
            mongo.insert(invitation);
            return true;
        } catch (DuplicateKeyException invitedAlready) {
            return false;
        }
    }

    @Override
    public Optional<Invitation> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Invitation.class));
    }

    @Override
    public List<Invitation> findAll(Collection<String> ids) {
        return mongo.find(query(where("_id").in(ids)).with(Sort.by("_id")), Invitation.class);
    }

    @Override
    public Optional<Invitation> findByLinkHash(String linkHash) {
        return Optional.ofNullable(mongo.findOne(query(where("linkHash").is(linkHash)), Invitation.class));
    }

    @Override
    public List<Invitation> findByKeys(Collection<String> invitationKeys) {
        return mongo.find(query(where("invitationKey").in(invitationKeys)).with(Sort.by("_id")), Invitation.class);
    }

    @Override
    public List<Invitation> findByRequest(String requestKey) {
        return mongo.find(query(where("requestKey").is(requestKey)).with(Sort.by("_id")), Invitation.class);
    }

    @Override
    public List<Invitation> ofMeeting(String meetingId) {
        return mongo.find(query(where("meetingId").is(meetingId)).with(Sort.by("invitedAt", "_id")), Invitation.class);
    }

    @Override
    public List<Invitation> findByPerson(String personId) {
        return mongo.find(query(where("personId").is(personId)).with(Sort.by("_id")), Invitation.class);
    }

    @Override
    public List<Invitation> settling(int limit) {
        return mongo.find(query(where("settling").is(true)).with(Sort.by("_id")).limit(limit), Invitation.class);
    }

    @Override
    public Optional<Invitation> change(
            Invitation read, Consumer<Invitation> change, @Nullable Function<Invitation, PendingFact> fact) {
        Document before = document(read);
        Invitation next = mongo.getConverter().read(Invitation.class, before);
        change.accept(next);
        next.riseTo(read.version() + 1);
        Bson asRead = Filters.and(Filters.eq("_id", read.id()), Filters.eq("version", read.version()));
        Bson difference = ChangedFields.between(before, document(next));
        Bson update = fact == null ? difference : withFact(difference, fact.apply(next));
        return Optional.ofNullable(mongo.execute(
                        Invitation.class,
                        collection -> collection.findOneAndUpdate(
                                asRead, update, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))))
                .map(written -> mongo.getConverter().read(Invitation.class, written));
    }

    private Bson withFact(Bson difference, PendingFact fact) {
        Document holder = document(Invitation.holding(fact));
        return Updates.combine(
                difference,
                Updates.push(
                        Outbox.FACTS,
                        holder.getList(Outbox.FACTS, Document.class).getFirst()),
                Updates.set(Outbox.PENDING, true));
    }

    private Document document(Invitation invitation) {
        Document document = new Document();
        mongo.getConverter().write(invitation, document);
        return document;
    }
}
