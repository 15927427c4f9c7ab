package dk.astra.registration.needs.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.registration.needs.KeptNeeds;
import dk.astra.registration.needs.Needs;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Repository;

/** Needs in the collection {@code needs}. */
@Repository
class MongoNeeds implements Needs {

    private final MongoTemplate mongo;

    MongoNeeds(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(KeptNeeds.class).createIndex(new Index("meetingId", Sort.Direction.ASC).named("meetingId"));
    }

    @Override
    public void keep(KeptNeeds needs) {
        mongo.save(needs);
    }

    @Override
    public Optional<KeptNeeds> find(String registrationId) {
        return Optional.ofNullable(mongo.findById(registrationId, KeptNeeds.class));
    }

    @Override
    public List<KeptNeeds> findAll(Collection<String> registrationIds) {
        return registrationIds.isEmpty()
                ? List.of()
                : mongo.find(query(where("_id").in(registrationIds)).with(Sort.by("_id")), KeptNeeds.class);
    }

    @Override
    public List<KeptNeeds> ofMeeting(String meetingId) {
        return mongo.find(query(where("meetingId").is(meetingId)).with(Sort.by("_id")), KeptNeeds.class);
    }

    @Override
    public List<KeptNeeds> after(String registrationId, int limit) {
        return mongo.find(
                query(where("_id").gt(registrationId)).with(Sort.by("_id")).limit(limit), KeptNeeds.class);
    }

    @Override
    public void forget(Collection<String> registrationIds) {
        if (!registrationIds.isEmpty()) {
            mongo.remove(query(where("_id").in(registrationIds)), KeptNeeds.class);
        }
    }
}
