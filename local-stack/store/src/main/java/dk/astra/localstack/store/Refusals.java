package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses with error 115 what would otherwise be ignored silently or done wrongly. */
final class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final Set<String> COLLECTION_KINDS =
            Set.of("validator", "viewOn", "timeseries", "capped", "clusteredIndex", "changeStreamPreAndPostImages");
    private static final Set<String> PIPELINE_STAGES = Set.of("$changeStream", "$geoNear", "$search");

    private Refusals() {}

    static void check(String command, Document request) {
        refuseIf(request.containsKey("collation"), "collation");
        refuseIf(request.containsKey("autocommit"), "a transaction");
        switch (command) {
            case "createindexes" -> Fields.documents(request, "indexes").forEach(Refusals::checkIndex);
            case "create" -> checkCollection(request);
            case "update" -> Fields.documents(request, "updates").forEach(Refusals::checkUpdate);
            case "delete" ->
                Fields.documents(request, "deletes")
                        .forEach(statement -> refuseIf(statement.containsKey("collation"), "collation"));
            case "findandmodify" -> refuseIf(request.get("update") instanceof Collection, "an update by pipeline");
            case "find" -> checkProjection(request.get("projection"));
            case "aggregate" -> checkPipeline(request);
            default -> {
                // nothing else is known to go wrong silently
            }
        }
    }

    private static void checkIndex(Document index) {
        refuseIf(index.containsKey("collation"), "an index with a collation");
        boolean partial = index.containsKey("partialFilterExpression");
        refuseIf(partial && Utils.isTrue(index.get("unique")), "a unique partial index; use a sparse one");
        Fields.document(index, "key").forEach((field, kind) -> {
            refuseIf(!(kind instanceof Number), "an index of type " + kind);
            refuseIf(field.contains("$**"), "a wildcard index");
        });
        if (index.containsKey("expireAfterSeconds")) {
            log.warn("index {} expires nothing in the embedded store", index.get("name"));
        }
    }

    private static void checkCollection(Document create) {
        for (String kind : COLLECTION_KINDS) {
            refuseIf(create.containsKey(kind) && Utils.isTrue(create.get(kind)), "a collection with " + kind);
        }
    }

    private static void checkUpdate(Document statement) {
        refuseIf(statement.get("u") instanceof Collection, "an update by pipeline");
        refuseIf(statement.containsKey("collation"), "collation");
        refuseIf(statement.containsKey("sort"), "an update with a sort; use findAndModify");
    }

    private static void checkProjection(@Nullable Object projection) {
        if (projection instanceof Document fields) {
            for (Object value : fields.values()) {
                boolean elemMatch = value instanceof Document document && document.containsKey("$elemMatch");
                refuseIf(
                        !elemMatch && !(value instanceof Number) && !(value instanceof Boolean),
                        "a projection that computes or slices");
            }
        }
    }

    private static void checkPipeline(Document aggregate) {
        for (Document stage : Fields.documents(aggregate, "pipeline")) {
            stage.keySet().stream()
                    .filter(PIPELINE_STAGES::contains)
                    .findFirst()
                    .ifPresent(name -> refuseIf(true, "the stage " + name));
        }
    }

    private static void refuseIf(boolean condition, String what) {
        if (condition) {
            throw new MongoServerError(115, "CommandNotSupported", "the embedded store does not support " + what);
        }
    }
}
