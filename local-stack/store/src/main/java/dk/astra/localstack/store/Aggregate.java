package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The aggregate command: leading {@code $match} stages are answered through an index, the rest by the library. */
final class Aggregate {

    private final StoreDatabase database;
    private final DatabaseResolver resolver;
    private final Oplog oplog;

    Aggregate(StoreDatabase database, DatabaseResolver resolver, Oplog oplog) {
        this.database = database;
        this.resolver = resolver;
        this.oplog = oplog;
    }

    Document run(String command, Document query) {
        String name = String.valueOf(query.get(command));
        StoreCollection collection = (StoreCollection) database.resolveCollection(name, false);
        List<Document> stages = new ArrayList<>(Pipelines.inOlderWords(Aggregation.parse(query.get("pipeline"))));
        Document match = takeLeadingMatch(stages);
        Aggregation rest = Aggregation.fromPipeline(stages, resolver, database, collection, oplog);
        rest.validate(new Document("cursor", new Document()));
        return Replies.everything(database.getDatabaseName() + "." + name, result(collection, match, stages, rest));
    }

    private static List<Document> result(
            @Nullable StoreCollection collection, Document match, List<Document> stages, Aggregation rest) {
        if (collection == null) {
            return List.of();
        }
        Document count = asCount(stages);
        if (count != null) {
            return counted(count, collection.countMatching(match));
        }
        return rest.runStages(collection.matching(match).stream());
    }

    private static Document takeLeadingMatch(List<Document> stages) {
        List<Document> matches = new ArrayList<>();
        while (!stages.isEmpty() && stages.getFirst().get("$match") instanceof Document match) {
            matches.add(match);
            stages.removeFirst();
        }
        return switch (matches.size()) {
            case 0 -> new Document();
            case 1 -> matches.getFirst();
            default -> new Document("$and", matches);
        };
    }

    /** The group stage of countDocuments, if that is all there is: one group, one sum of ones. */
    private static @Nullable Document asCount(List<Document> stages) {
        if (stages.size() != 1 || !(stages.getFirst().get("$group") instanceof Document group) || group.size() != 2) {
            return null;
        }
        boolean oneGroup = group.containsKey("_id")
                && !(group.get("_id") instanceof Document)
                && !(group.get("_id") instanceof String);
        boolean sumOfOnes = group.values().stream()
                .anyMatch(value -> value instanceof Document sum && sum.equals(new Document("$sum", 1)));
        return oneGroup && sumOfOnes ? group : null;
    }

    private static List<Document> counted(Document group, long count) {
        if (count == 0) {
            return List.of();
        }
        Document result = new Document();
        for (Map.Entry<String, Object> field : group.entrySet()) {
            result.put(field.getKey(), field.getKey().equals("_id") ? field.getValue() : (Object) (int) count);
        }
        return List.of(result);
    }
}
