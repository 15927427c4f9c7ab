package dk.astra.registration.people;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Which pseudonymous id belongs to which mailbox. Holds no address, only its keyed hash; the contact data
 * themselves are in the registrations.
 */
@Repository
public class People {

    /** A person across meetings. */
    @Document("people")
    public record Person(@Id String id, String emailKey) {}

    private final MongoTemplate mongo;
    private final Clock clock;

    People(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(Person.class)
                .createIndex(new Index("emailKey", Sort.Direction.ASC)
                        .named("emailKey")
                        .unique());
    }

    /** The person's id; a new random one for a mailbox never seen. One write. */
    public String idOf(String emailKey) {
        Query query = query(where("emailKey").is(emailKey));
        try {
            Update ifNew = new Update()
                    .setOnInsert("_id", UUID.randomUUID().toString())
                    .setOnInsert("createdAt", clock.instant());
            Person person = mongo.findAndModify(
                    query, ifNew, FindAndModifyOptions.options().upsert(true).returnNew(true), Person.class);
            if (person != null) {
                return person.id();
            }
        } catch (DuplicateKeyException writtenMeanwhile) {
            // read below
        }
        Person person = mongo.findOne(query, Person.class);
        if (person == null) {
            throw new IllegalStateException("a person's id was neither written nor found");
        }
        return person.id();
    }

    /** Cuts the way from the mailbox to the id. */
    public void forget(String personId) {
        mongo.remove(query(where("_id").is(personId)), Person.class);
    }
}
