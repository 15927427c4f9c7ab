package dk.astra.testsupport;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Watches what goes to the store: only what the embedded store and MongoDB 8 do alike (stack-mongo.md, rules
 * for applications). In a Spring Boot test with {@link WithInfrastructure} it is there by itself and fails the
 * test; elsewhere add it with {@code MongoClientSettings.builder().addCommandListener(StoreRules.LISTENER)}.
 */
public final class StoreRules implements CommandListener {

    /** The one whose findings fail the test. */
    public static final StoreRules LISTENER = new StoreRules();

    private static final Set<String> COMMANDS = Set.of(
            "insert",
            "update",
            "delete",
            "find",
            "findandmodify",
            "aggregate",
            "count",
            "distinct",
            "getmore",
            "killcursors",
            "createindexes",
            "listindexes",
            "dropindexes",
            "listcollections",
            "listdatabases",
            "create",
            "drop",
            "dropdatabase",
            "ping",
            "hello",
            "ismaster",
            "buildinfo",
            "endsessions",
            "serverstatus",
            "dbstats");
    private static final Set<String> STAGES = Set.of(
            "$match",
            "$group",
            "$sort",
            "$limit",
            "$skip",
            "$project",
            "$addFields",
            "$unwind",
            "$count",
            "$unset",
            "$replaceRoot");
    private static final Set<String> ACCUMULATORS =
            Set.of("$sum", "$min", "$max", "$avg", "$first", "$last", "$push", "$addToSet");
    private static final Set<String> UPDATES = Set.of(
            "$set",
            "$unset",
            "$inc",
            "$min",
            "$max",
            "$mul",
            "$rename",
            "$setOnInsert",
            "$currentDate",
            "$push",
            "$addToSet",
            "$pull",
            "$pullAll",
            "$pop");
    private static final Set<String> NOWHERE = Set.of(
            "$where",
            "$text",
            "$near",
            "$nearSphere",
            "$geoWithin",
            "$geoIntersects",
            "$jsonSchema",
            "$bitsAllSet",
            "$bitsAnySet",
            "$bitsAllClear",
            "$bitsAnyClear",
            "$function",
            "$accumulator",
            "$dateTrunc",
            "$dateAdd",
            "$dateDiff",
            "$dateSubtract",
            "$switch",
            "$let",
            "$round",
            "$getField",
            "$sortArray",
            "$regexMatch",
            "$regexFind",
            "$trim",
            "$rand",
            "$slice",
            "$meta");

    private final Queue<String> violations = new ConcurrentLinkedQueue<>();

    /** What was found since the last call; empties the list. */
    public List<String> takeViolations() {
        List<String> found = new ArrayList<>();
        for (String next = violations.poll(); next != null; next = violations.poll()) {
            found.add(next);
        }
        return found;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        violations.addAll(violationsOf(event.getCommandName(), event.getCommand()));
    }

    static List<String> violationsOf(String name, BsonDocument command) {
        List<String> found = new ArrayList<>();
        String lower = name.toLowerCase(Locale.ROOT);
        if (!COMMANDS.contains(lower)) {
            found.add(name + " is not a command both stores know");
        }
        if (command.containsKey("startTransaction") || command.containsKey("autocommit")) {
            found.add(name + " inside a transaction");
        }
        if (command.containsKey("collation")) {
            found.add(name + " with a collation");
        }
        switch (lower) {
            case "update" ->
                documents(command, "updates").forEach(one -> {
                    if (one.containsKey("collation")) {
                        found.add("update with a collation");
                    }
                    checkUpdate(one.get("u"), found);
                    checkQuery(one.get("q"), found);
                });
            case "delete" -> documents(command, "deletes").forEach(one -> checkQuery(one.get("q"), found));
            case "findandmodify" -> {
                checkUpdate(command.get("update"), found);
                checkQuery(command.get("query"), found);
            }
            case "find" -> {
                checkQuery(command.get("filter"), found);
                checkQuery(command.get("projection"), found);
            }
            case "count", "distinct" -> checkQuery(command.get("query"), found);
            case "aggregate" -> documents(command, "pipeline").forEach(stage -> checkStage(stage, found));
            case "createindexes" -> documents(command, "indexes").forEach(index -> checkIndex(index, found));
            default -> {}
        }
        return found;
    }

    private static List<BsonDocument> documents(BsonDocument command, String field) {
        return command.getArray(field, new BsonArray()).stream()
                .filter(BsonValue::isDocument)
                .map(BsonValue::asDocument)
                .toList();
    }

    private static void checkUpdate(@Nullable BsonValue update, List<String> found) {
        if (update == null) {
            return;
        }
        if (update.isArray()) {
            found.add("update by a pipeline");
            return;
        }
        for (String operator : update.asDocument().keySet()) {
            if (operator.startsWith("$") && !UPDATES.contains(operator)) {
                found.add("update operator " + operator);
            }
        }
    }

    private static void checkStage(BsonDocument stage, List<String> found) {
        for (String name : stage.keySet()) {
            if (!STAGES.contains(name)) {
                found.add("aggregation stage " + name);
            }
        }
        if (stage.containsKey("$group")) {
            stage.getDocument("$group").forEach((field, value) -> {
                if (!field.equals("_id")
                        && !ACCUMULATORS.contains(value.asDocument().getFirstKey())) {
                    found.add("accumulator " + value.asDocument().getFirstKey());
                }
            });
        }
        checkQuery(stage, found);
    }

    private static void checkIndex(BsonDocument index, List<String> found) {
        for (String option :
                List.of("partialFilterExpression", "collation", "expireAfterSeconds", "wildcardProjection")) {
            if (index.containsKey(option)) {
                found.add("index with " + option);
            }
        }
        index.getDocument("key", new BsonDocument()).forEach((field, kind) -> {
            if (kind.isString() || field.contains("$**")) {
                found.add("index of kind " + kind + " on " + field);
            }
        });
    }

    private static void checkQuery(@Nullable BsonValue query, List<String> found) {
        if (query == null) {
            return;
        }
        if (query.isArray()) {
            query.asArray().forEach(part -> checkQuery(part, found));
        } else if (query.isDocument()) {
            query.asDocument().forEach((name, part) -> {
                if (NOWHERE.contains(name)) {
                    found.add("operator " + name);
                }
                checkQuery(part, found);
            });
        }
    }
}
