package dk.astra.reporting.plans;

import dk.astra.web.NotFound;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The plans as entered. */
@Component
public class Plans {

    private static final Logger log = LoggerFactory.getLogger(Plans.class);

    private final MongoTemplate mongo;

    Plans(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Enters a plan, or replaces the one with its id. */
    public void enter(Plan plan) {
        mongo.save(plan);
        log.info("plan {} entered with {} goals", plan.planId(), plan.goals().size());
    }

    /** Newest first. */
    public List<Plan> all() {
        return mongo.find(new Query().with(Sort.by(Sort.Order.desc("from"), Sort.Order.asc("_id"))), Plan.class);
    }

    /** @throws NotFound when there is none */
    public Plan plan(String planId) {
        Plan plan = mongo.findById(planId, Plan.class);
        if (plan == null) {
            throw new NotFound();
        }
        return plan;
    }
}
