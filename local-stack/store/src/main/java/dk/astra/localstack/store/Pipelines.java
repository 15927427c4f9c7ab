package dk.astra.localstack.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the newer names of aggregation stages as the older ones the library knows. */
final class Pipelines {

    private static final Map<String, String> OLDER_STAGE = Map.of("$set", "$addFields");

    private Pipelines() {}

    static List<Document> inOlderWords(List<Document> pipeline) {
        return pipeline.stream().map(Pipelines::stage).toList();
    }

    private static Document stage(Document stage) {
        if (stage.size() != 1) {
            return stage;
        }
        String name = stage.keySet().iterator().next();
        Object value = stage.get(name);
        return switch (name) {
            case "$replaceWith" -> new Document("$replaceRoot", new Document("newRoot", value));
            case "$group" -> new Document(name, group(Fields.document(stage, name)));
            case "$facet" -> new Document(name, facet(Fields.document(stage, name)));
            default -> new Document(OLDER_STAGE.getOrDefault(name, name), value);
        };
    }

    private static Document group(Document group) {
        Document older = new Document();
        group.forEach((field, accumulator) -> older.put(field, isCount(accumulator) ? sumOfOnes() : accumulator));
        return older;
    }

    private static boolean isCount(@Nullable Object accumulator) {
        return accumulator instanceof Document document
                && document.size() == 1
                && document.get("$count") instanceof Document nothing
                && nothing.isEmpty();
    }

    private static Document sumOfOnes() {
        return new Document("$sum", 1);
    }

    private static Document facet(Document facet) {
        Document older = new Document();
        facet.keySet().forEach(name -> older.put(name, inOlderWords(Fields.documents(facet, name))));
        return older;
    }

    static boolean writes(Document aggregate) {
        return Fields.documents(aggregate, "pipeline").stream()
                .anyMatch(stage -> stage.containsKey("$out") || stage.containsKey("$merge"));
    }
}
