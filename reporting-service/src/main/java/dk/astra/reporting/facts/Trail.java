package dk.astra.reporting.facts;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Every fact received, once: the list behind every number (P8). */
@Component
public class Trail {

    private final MongoTemplate mongo;

    Trail(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** @return false when the fact was there already */
    public boolean add(RecordedFact fact) {
        try {
            mongo.insert(fact);
            return true;
        } catch (DuplicateKeyException repeated) {
            return false;
        }
    }

    /** Takes the person's id out of all facts of a registration; the facts stay. */
    public void forgetPerson(String registrationId) {
        mongo.updateMulti(
                query(where("subject").is(registrationId)), new Update().unset("registration.personId"), "facts");
    }

    /** The facts with these ids, by id. */
    public Map<String, RecordedFact> withIds(Collection<String> factIds) {
        return mongo
                .find(query(where("_id").in(factIds)).with(Sort.by("_id")).cursorBatchSize(500), RecordedFact.class)
                .stream()
                .collect(Collectors.toMap(RecordedFact::factId, Function.identity()));
    }
}
