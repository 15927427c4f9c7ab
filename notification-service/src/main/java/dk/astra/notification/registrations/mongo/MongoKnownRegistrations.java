package dk.astra.notification.registrations.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
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
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** {@code liveAt} is the meeting's id while the registration is live, and absent otherwise. */
@Component
class MongoKnownRegistrations implements KnownRegistrations {

    private static final String COLLECTION = "registrations";
    private static final int PAGE = 500;
    private static final int DUPLICATE_KEY = 11000;

    private final MongoTemplate mongo;

    MongoKnownRegistrations(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void learn(Collection<KnownRegistration> registrations) {
        if (registrations.isEmpty()) {
            return;
        }
        List<UpdateOneModel<Document>> updates =
                registrations.stream().map(MongoKnownRegistrations::update).toList();
        mongo.execute(COLLECTION, collection -> {
            try {
                return collection.bulkWrite(updates, new BulkWriteOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                if (e.getWriteConcernError() != null
                        || e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                    throw new DataAccessResourceFailureException("registrations were not all learned", e);
                }
                return null; // a later one is known: it cannot be written a second time
            }
        });
    }

    private static UpdateOneModel<Document> update(KnownRegistration registration) {
        return new UpdateOneModel<>(
                Filters.and(
                        Filters.eq("_id", registration.registrationId()),
                        Filters.lt("version", registration.version())),
                Updates.combine(
                        Updates.set("version", registration.version()),
                        Updates.set("meetingId", registration.meetingId()),
                        Updates.set("personId", registration.personId()),
                        Updates.set("status", registration.status().name()),
                        Updates.set("calendarEntry", registration.calendarEntry()),
                        registration.invitation() ? Updates.set("invitation", true) : Updates.unset("invitation"),
                        registration.isLive()
                                ? Updates.set("liveAt", registration.meetingId())
                                : Updates.unset("liveAt")),
                new UpdateOptions().upsert(true));
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
                stored.get("version", Number.class).longValue(),
                stored.get("calendarEntry", stored.getString("_id")),
                stored.getBoolean("invitation", false));
    }
}
