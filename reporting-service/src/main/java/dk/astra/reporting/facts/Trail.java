package dk.astra.reporting.facts;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Reads the facts that were received, each once: the list behind every number (P8). */
@Component
public class Trail {

    /** Kinds of aggregates by the stream that tells of them. */
    private static final Map<String, String> COLLECTIONS =
            Map.of("meetings", "meetings", "registrations", "registrations", "deliveries", "mails");

    private final MongoTemplate mongo;

    Trail(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** All facts about these aggregates, by the fact's id. */
    public Map<String, RecordedFact> of(String stream, Collection<String> subjects) {
        Map<String, RecordedFact> facts = new HashMap<>();
        read(stream, query(where("_id").in(subjects))).forEach(fact -> facts.put(fact.factId(), fact));
        return facts;
    }

    /** Everything a stream told. */
    public List<RecordedFact> all(String stream) {
        return read(stream, new Query());
    }

    private List<RecordedFact> read(String stream, Query asked) {
        asked.with(Sort.by("_id")).cursorBatchSize(500);
        List<RecordedFact> facts = new ArrayList<>();
        for (Document state : mongo.find(asked, Document.class, String.valueOf(COLLECTIONS.get(stream)))) {
            for (Document entry : LatestStates.trail(state)) {
                entry.append("stream", stream).append("subject", state.getString("_id"));
                facts.add(mongo.getConverter().read(RecordedFact.class, entry));
            }
        }
        return facts;
    }
}
