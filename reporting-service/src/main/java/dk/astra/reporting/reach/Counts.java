package dk.astra.reporting.reach;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dk.astra.contracts.registrations.RegistrationStatus;
import dk.astra.reporting.facts.MailFigures;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.ConditionalOperators;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Counts the latest states of registrations and mails; each call is one pass over a collection. */
@Component
class Counts {

    static final List<String> LIVE = List.of("CONFIRMED", "WAITLISTED");

    private final MongoTemplate mongo;

    Counts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Map<String, RegistrationCounts> registrationsByMeeting() {
        Map<String, RegistrationCounts> counts = new HashMap<>();
        var grouped = newAggregation(group("meetingId", "figures.status")
                .count()
                .as("n")
                .sum(oneWhere("attended"))
                .as("attended")
                .sum(oneWhere("erased"))
                .as("erased"));
        for (Document row : mongo.aggregate(grouped, "registrations", Document.class)) {
            Document key = row.get("_id", Document.class);
            RegistrationStatus status = RegistrationStatus.valueOf(key.getString("status"));
            counts.merge(
                    key.getString("meetingId"),
                    RegistrationCounts.of(status, number(row, "n"), number(row, "attended"), number(row, "erased")),
                    RegistrationCounts::plus);
        }
        return counts;
    }

    /** @param meetingIds null for all */
    long different(String field, @Nullable Collection<String> meetingIds) {
        var grouped = newAggregation(
                match(live(field, meetingIds)), group(field), group().count().as("n"));
        Document row = mongo.aggregate(grouped, "registrations", Document.class).getUniqueMappedResult();
        return row == null ? 0 : number(row, "n");
    }

    /** Registrations with a seat or in line that have the field. */
    static Criteria live(String field, @Nullable Collection<String> meetingIds) {
        Criteria criteria = where("figures.status").in(LIVE).and(field).ne(null);
        return meetingIds == null ? criteria : criteria.and("meetingId").in(meetingIds);
    }

    /** @param meetingIds null for all */
    Map<MailFigures.Outcome, Long> mails(@Nullable Collection<String> meetingIds) {
        Criteria criteria =
                meetingIds == null ? new Criteria() : where("meetingId").in(meetingIds);
        Map<MailFigures.Outcome, Long> counts = new EnumMap<>(MailFigures.Outcome.class);
        var grouped =
                newAggregation(match(criteria), group("figures.outcome").count().as("n"));
        for (Document row : mongo.aggregate(grouped, "mails", Document.class)) {
            counts.put(MailFigures.Outcome.valueOf(row.getString("_id")), number(row, "n"));
        }
        return counts;
    }

    private static ConditionalOperators.Cond oneWhere(String field) {
        return ConditionalOperators.when(field).then(1).otherwise(0);
    }

    private static long number(Document row, String field) {
        return row.get(field, Number.class).longValue();
    }
}
