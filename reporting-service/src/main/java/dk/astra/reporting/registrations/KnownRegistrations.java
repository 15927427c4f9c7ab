package dk.astra.reporting.registrations;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.messaging.FactHeaders;
import dk.astra.reporting.facts.LatestStates;
import dk.astra.reporting.facts.RegistrationFigures;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Writes the latest state of every registration. */
@Component
class KnownRegistrations {

    private static final String COLLECTION = "registrations";
    private static final Document NOT_ERASED = new Document("erased", new Document("$ne", true));

    private final MongoTemplate mongo;
    private final LatestStates states;

    KnownRegistrations(MongoTemplate mongo, LatestStates states) {
        this.mongo = mongo;
        this.states = states;
    }

    /** A fact that brought the registration into its status. */
    Stored storeStatus(RegistrationState registration, FactHeaders fact) {
        Document set = state(registration, fact).append("factId", fact.id());
        return storeUnlessErased(registration, fact, new Document("$set", set));
    }

    /** A fact that left the status as it was. */
    Stored storeChange(RegistrationState registration, FactHeaders fact) {
        return storeUnlessErased(registration, fact, keepingFact(state(registration, fact), fact));
    }

    /** Attendance has a version of its own, because later facts do not repeat it. */
    Stored storeAttendance(RegistrationState registration, boolean attended, FactHeaders fact) {
        Document told = new Document("attended", attended)
                .append("attendedFactId", fact.id())
                .append("attendedVersion", fact.sequence());
        Document set = state(registration, fact);
        set.putAll(told);
        Stored stored = storeUnlessErased(registration, fact, keepingFact(set, fact));
        if (stored == Stored.OUTDATED) {
            Document unlessLaterTold = new Document("_id", fact.subject())
                    .append("attendedVersion", new Document("$not", new Document("$gte", fact.sequence())));
            states.update(COLLECTION, unlessLaterTold, new Document("$set", told));
        }
        return stored;
    }

    /** The person goes, the count stays. */
    boolean storeErasure(RegistrationState registration, FactHeaders fact) {
        Document set = withoutPerson(registration, fact).append("erased", true).append("erasedFactId", fact.id());
        if (states.store(COLLECTION, fact.subject(), fact.sequence(), new Document(), keepingFact(set, fact))) {
            return true;
        }
        // something later came first: erased all the same
        Document change = new Document("$set", new Document("erased", true).append("erasedFactId", fact.id()))
                .append("$unset", new Document("figures.personId", ""));
        Document unlessErased = new Document("_id", fact.subject());
        unlessErased.putAll(NOT_ERASED);
        return states.update(COLLECTION, unlessErased, change);
    }

    boolean isErased(String registrationId) {
        return mongo.exists(query(where("_id").is(registrationId).and("erased").is(true)), COLLECTION);
    }

    private Stored storeUnlessErased(RegistrationState registration, FactHeaders fact, Document change) {
        if (states.store(COLLECTION, fact.subject(), fact.sequence(), NOT_ERASED, change)) {
            return Stored.LATEST;
        }
        Document erased = new Document("_id", fact.subject())
                .append("version", new Document("$lt", fact.sequence()))
                .append("erased", true);
        Document set = new Document(change.get("$set", Document.class));
        set.putAll(withoutPerson(registration, fact));
        return states.update(COLLECTION, erased, new Document("$set", set)) ? Stored.AFTER_ERASURE : Stored.OUTDATED;
    }

    private Document state(RegistrationState registration, FactHeaders fact) {
        return state(registration, fact, RegistrationFigures.of(registration));
    }

    private Document withoutPerson(RegistrationState registration, FactHeaders fact) {
        return state(registration, fact, RegistrationFigures.of(registration).withoutPerson());
    }

    private Document state(RegistrationState registration, FactHeaders fact, RegistrationFigures figures) {
        return new Document("version", fact.sequence())
                .append("meetingId", registration.meetingId())
                .append("registeredAt", registration.registeredAt())
                .append("figures", states.stored(figures));
    }

    private static Document keepingFact(Document set, FactHeaders fact) {
        return new Document("$set", set).append("$setOnInsert", new Document("factId", fact.id()));
    }
}
