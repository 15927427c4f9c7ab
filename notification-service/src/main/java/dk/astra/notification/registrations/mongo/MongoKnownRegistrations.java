package dk.astra.notification.registrations.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.contracts.registrations.RegistrationStatus;
import dk.astra.notification.registrations.KnownRegistration;
import dk.astra.notification.registrations.KnownRegistrations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** {@code liveAt} is the meeting's id while the registration is live, and absent otherwise. */
@Component
class MongoKnownRegistrations implements KnownRegistrations {

    private static final String COLLECTION = "registrations";
    private static final int PAGE = 500;

    private final MongoTemplate mongo;

    MongoKnownRegistrations(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public boolean learn(KnownRegistration registration) {
        Update update = new Update()
                .set("version", registration.version())
                .set("meetingId", registration.meetingId())
                .set("personId", registration.personId())
                .set("status", registration.status().name());
        if (registration.isLive()) {
            update.set("liveAt", registration.meetingId());
        } else {
            update.unset("liveAt");
        }
        try {
            mongo.upsert(
                    query(where("_id")
                            .is(registration.registrationId())
                            .and("version")
                            .lt(registration.version())),
                    update,
                    COLLECTION);
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public Optional<KnownRegistration> find(String registrationId) {
        return Optional.ofNullable(mongo.findById(registrationId, Document.class, COLLECTION))
                .map(MongoKnownRegistrations::read);
    }

    @Override
    public Map<String, KnownRegistration> findAll(Collection<String> registrationIds) {
        return mongo
                .find(query(where("_id").in(registrationIds)).with(Sort.by("_id")), Document.class, COLLECTION)
                .stream()
                .map(MongoKnownRegistrations::read)
                .collect(Collectors.toMap(KnownRegistration::registrationId, registration -> registration));
    }

    @Override
    public void forEachLive(String meetingId, Consumer<List<KnownRegistration>> page) {
        Criteria live = where("liveAt").is(meetingId);
        List<KnownRegistration> found;
        do {
            found = mongo.find(query(live).with(Sort.by("_id")).limit(PAGE), Document.class, COLLECTION).stream()
                    .map(MongoKnownRegistrations::read)
                    .toList();
            if (!found.isEmpty()) {
                page.accept(found);
                live = where("liveAt")
                        .is(meetingId)
                        .and("_id")
                        .gt(found.getLast().registrationId());
            }
        } while (found.size() == PAGE);
    }

    @Override
    public boolean forget(String registrationId) {
        return mongo.remove(query(where("_id").is(registrationId)), COLLECTION).getDeletedCount() > 0;
    }

    private static KnownRegistration read(Document stored) {
        return new KnownRegistration(
                stored.getString("_id"),
                stored.getString("meetingId"),
                stored.getString("personId"),
                RegistrationStatus.valueOf(stored.getString("status")),
                stored.get("version", Number.class).longValue());
    }
}
