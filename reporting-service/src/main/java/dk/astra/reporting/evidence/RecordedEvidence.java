package dk.astra.reporting.evidence;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.messaging.Outbox;
import dk.astra.messaging.PendingFact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** All entries of evidence, standing and withdrawn. */
@Component
public class RecordedEvidence {

    private final MongoTemplate mongo;

    RecordedEvidence(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** In order of recording. */
    public List<Evidence> ofPlan(String planId) {
        return mongo.find(query(where("planId").is(planId)).with(Sort.by("recordedAt", "_id")), Evidence.class);
    }

    @Nullable
    Evidence find(String evidenceId) {
        return mongo.findById(evidenceId, Evidence.class);
    }

    /** @return false when an entry with its id is there */
    boolean add(Evidence evidence) {
        try {
            mongo.insert(evidence);
            return true;
        } catch (DuplicateKeyException present) {
            return false;
        }
    }

    /** Takes it back unless it was changed since; answers it as it is then, or null. */
    @Nullable
    Evidence withdraw(Evidence evidence, Instant now, PendingFact fact) {
        Update update = new Update()
                .set("version", evidence.version() + 1)
                .set("withdrawnAt", now)
                .set("withdrawnFactId", fact.factId())
                .set(Outbox.PENDING, true)
                .push(Outbox.FACTS, fact);
        return mongo.findAndModify(
                query(where("_id").is(evidence.evidenceId()).and("version").is(evidence.version())),
                update,
                FindAndModifyOptions.options().returnNew(true),
                Evidence.class);
    }
}
