package dk.astra.reporting.facts;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import dk.astra.messaging.Effect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps one document per aggregate: the state told by its latest fact, whatever the order of arrival, and its trail,
 * the facts themselves. A fact's effect and the memory of it are one write, so a crash, a repeat or another instance
 * leaves no half of it.
 *
 * <p>Cost: one bulk write for any number of aggregates told of for the first time; one read more for the others, and
 * one of each again for those that somebody else changed in between.
 */
@Component
public class LatestStates {

    private static final String TRAIL = "trail";
    private static final String REVISION = "revision";
    /** Of a document from before there were revisions. */
    private static final int UNREVISED = 0;

    private static final int MOST_IDS = 200;
    private static final int DUPLICATE_KEY = 11_000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoTemplate mongo;

    LatestStates(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Takes in facts about aggregates of one kind, in the order told. */
    public List<Effect> take(String collection, List<ToldFact> told) {
        MongoCollection<Document> documents = mongo.getCollection(collection);
        Effect[] effects = new Effect[told.size()];
        Map<String, List<Integer>> open = bySubject(told);
        Map<String, Document> known = read(documents, notFirst(open, told));
        while (!open.isEmpty()) {
            List<Document> changed = new ArrayList<>();
            open.forEach((subject, places) -> {
                Document state = known.computeIfAbsent(subject, id -> new Document("_id", id));
                if (tell(state, places, told, effects)) {
                    changed.add(state);
                }
            });
            open.keySet().retainAll(write(documents, changed));
            known.keySet().removeAll(open.keySet());
            known.putAll(read(documents, open.keySet()));
        }
        return List.of(effects);
    }

    /** The facts told of an aggregate so far, as they are stored. */
    public static List<Document> trail(Document state) {
        return state.getList(TRAIL, Document.class, List.of());
    }

    private static Map<String, List<Integer>> bySubject(List<ToldFact> told) {
        Map<String, List<Integer>> places = new TreeMap<>();
        for (int i = 0; i < told.size(); i++) {
            places.computeIfAbsent(told.get(i).fact().subject(), id -> new ArrayList<>(1))
                    .add(i);
        }
        return places;
    }

    /** What begins here is hardly ever known: it is written unseen, and read when that fails. */
    private static List<String> notFirst(Map<String, List<Integer>> places, List<ToldFact> told) {
        return places.entrySet().stream()
                .filter(entry -> told.get(entry.getValue().getFirst()).fact().sequence() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean tell(Document state, List<Integer> places, List<ToldFact> told, Effect[] effects) {
        List<Document> trail = new ArrayList<>(trail(state));
        state.put(TRAIL, trail);
        boolean changed = false;
        for (int place : places) {
            RecordedFact fact = told.get(place).fact();
            boolean repeated = trail.stream().anyMatch(entry -> fact.factId().equals(entry.getString("_id")));
            effects[place] = repeated ? Effect.REPEATED : Effect.APPLIED;
            if (!repeated) {
                trail.add(fact.stored());
                told.get(place).change().apply(state);
                changed = true;
            }
        }
        return changed;
    }

    private static Map<String, Document> read(MongoCollection<Document> documents, Collection<String> ids) {
        Map<String, Document> found = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += MOST_IDS) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MOST_IDS));
            documents
                    .find(new Document("_id", new Document("$in", some)))
                    .sort(new Document("_id", 1))
                    .forEach(state -> {
                        state.putIfAbsent(REVISION, UNREVISED);
                        found.put(state.getString("_id"), state);
                    });
        }
        return found;
    }

    /** Answers the ids of those that may have been changed by somebody else, and were perhaps not written. */
    private static Collection<String> write(MongoCollection<Document> documents, Collection<Document> changed) {
        List<Document> added =
                changed.stream().filter(state -> !state.containsKey(REVISION)).toList();
        List<Document> revised =
                changed.stream().filter(state -> state.containsKey(REVISION)).toList();
        List<WriteModel<Document>> writes = new ArrayList<>(changed.size());
        added.forEach(state -> writes.add(new InsertOneModel<>(state.append(REVISION, 1))));
        revised.forEach(state -> writes.add(unlessChanged(state)));
        if (writes.isEmpty()) {
            return List.of();
        }
        List<String> again = new ArrayList<>();
        BulkWriteResult result;
        try {
            result = documents.bulkWrite(writes, UNORDERED);
        } catch (MongoBulkWriteException e) {
            for (BulkWriteError error : e.getWriteErrors()) {
                if (error.getCode() != DUPLICATE_KEY || error.getIndex() >= added.size()) {
                    throw e;
                }
                again.add(id(added.get(error.getIndex())));
            }
            if (e.getWriteConcernError() != null) {
                throw e;
            }
            result = e.getWriteResult();
        }
        if (result.getMatchedCount() < revised.size()) {
            // which of them is not told; the ones that were written know their facts by now
            revised.forEach(state -> again.add(id(state)));
        }
        return again;
    }

    private static WriteModel<Document> unlessChanged(Document state) {
        int revision = state.getInteger(REVISION);
        Document stored = new Document("_id", id(state)).append(REVISION, revision == UNREVISED ? null : revision);
        return new ReplaceOneModel<>(stored, state.append(REVISION, revision + 1));
    }

    private static String id(Document state) {
        return state.getString("_id");
    }
}
