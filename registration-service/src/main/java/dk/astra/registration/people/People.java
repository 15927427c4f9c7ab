package dk.astra.registration.people;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import dk.astra.messaging.BatchedCall;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Repository;

/**
 * Which pseudonymous id belongs to which mailbox. Holds no address, only its keyed hash; the contact data
 * themselves are in the registrations.
 */
@Repository
public class People {

    /** A person across meetings. */
    @org.springframework.data.mongodb.core.mapping.Document("people")
    public record Person(@Id String id, String emailKey) {}

    private static final int DUPLICATE_KEY = 11000;
    private static final int TOGETHER = 128;

    private final MongoTemplate mongo;
    private final Clock clock;
    private final BatchedCall<String, String> ids = new BatchedCall<>(TOGETHER, this::idsOf);

    People(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(Person.class)
                .createIndex(new Index("emailKey", Sort.Direction.ASC)
                        .named("emailKey")
                        .unique());
    }

    /** The person's id; a new random one for a mailbox never seen. Those who come together cost two round trips. */
    public String idOf(String emailKey) {
        return ids.ask(emailKey);
    }

    /** The person's id, where the mailbox was ever seen. */
    public Optional<String> known(String emailKey) {
        return Optional.ofNullable(find(List.of(emailKey)).get(emailKey));
    }

    private List<String> idsOf(List<String> emailKeys) {
        Map<String, String> known = find(emailKeys);
        List<Document> unknown = emailKeys.stream()
                .distinct()
                .filter(key -> !known.containsKey(key))
                .map(this::document)
                .toList();
        if (!unknown.isEmpty()) {
            known.putAll(insert(unknown));
        }
        return emailKeys.stream().map(key -> require(known.get(key))).toList();
    }

    private Document document(String emailKey) {
        return new Document("_id", UUID.randomUUID().toString())
                .append("emailKey", emailKey)
                .append("createdAt", Date.from(clock.instant()));
    }

    private Map<String, String> insert(List<Document> unknown) {
        try {
            people().insertMany(unknown, new InsertManyOptions().ordered(false));
            Map<String, String> written = new HashMap<>();
            unknown.forEach(person -> written.put(person.getString("emailKey"), person.getString("_id")));
            return written;
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)
                    || e.getWriteConcernError() != null) {
                throw new DataAccessResourceFailureException("people were not written", e);
            }
            // another instance was faster with some of them
            return find(
                    unknown.stream().map(person -> person.getString("emailKey")).toList());
        } catch (MongoException e) {
            throw new DataAccessResourceFailureException("people were not written", e);
        }
    }

    private Map<String, String> find(List<String> emailKeys) {
        Map<String, String> found = new HashMap<>();
        // through the template, which tells a store that is away in Spring's terms
        mongo.execute("people", collection -> {
            for (Document person :
                    collection.find(Filters.in("emailKey", emailKeys)).projection(Projections.include("emailKey"))) {
                found.put(person.getString("emailKey"), person.getString("_id"));
            }
            return found;
        });
        return found;
    }

    private MongoCollection<Document> people() {
        return mongo.getCollection("people");
    }

    private static String require(@Nullable String id) {
        if (id == null) {
            throw new IllegalStateException("a person's id was neither written nor found");
        }
        return id;
    }

    /** Cuts the way from the mailbox to the id. */
    public void forget(String personId) {
        mongo.remove(query(where("_id").is(personId)), Person.class);
    }
}
