package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares wanted indexes with those a collection has, as MongoDB does. */
final class IndexSpecs {

    private static final String ID_INDEX = "_id_";

    private IndexSpecs() {}

    /** The wanted indexes that are not there yet; a name or key that is there with another meaning is refused. */
    static List<Document> missing(Document createIndexes, List<Document> existing) {
        List<Document> missing = new ArrayList<>();
        for (Document wanted : Fields.documents(createIndexes, "indexes")) {
            if (existing.stream().noneMatch(index -> isSameOrConflicts(wanted, index))) {
                missing.add(wanted);
            }
        }
        return missing;
    }

    private static boolean isSameOrConflicts(Document wanted, Document existing) {
        Object name = wanted.get("name");
        boolean sameName = Objects.equals(name, existing.get("name"));
        boolean sameKey = keyOf(wanted).equals(keyOf(existing));
        boolean sameOptions = isTrue("unique", wanted) == isTrue("unique", existing)
                && isTrue("sparse", wanted) == isTrue("sparse", existing);
        if (sameName && !ID_INDEX.equals(name) && !(sameKey && sameOptions)) {
            throw new MongoServerError(
                    ErrorCode.IndexKeySpecsConflict,
                    "an index with the name " + name + " exists already with other keys or options");
        }
        if (sameKey && sameOptions && !sameName && !ID_INDEX.equals(existing.get("name"))) {
            throw new MongoServerError(
                    85, "IndexOptionsConflict", "the index exists already with the name " + existing.get("name"));
        }
        return sameName;
    }

    private static boolean isTrue(String option, Document index) {
        return Utils.isTrue(index.get(option));
    }

    private static List<String> keyOf(Document index) {
        return Fields.document(index, "key").entrySet().stream()
                .map(field -> field.getKey()
                        + (field.getValue() instanceof Number direction && direction.intValue() < 0 ? " down" : " up"))
                .toList();
    }

    static List<String> namesToDrop(@Nullable Object which, List<Document> existing) {
        if ("*".equals(which)) {
            return existing.stream()
                    .map(index -> String.valueOf(index.get("name")))
                    .filter(name -> !name.equals(ID_INDEX))
                    .toList();
        }
        if (which instanceof Collection<?> names) {
            return names.stream()
                    .flatMap(name -> namesToDrop(name, existing).stream())
                    .toList();
        }
        Document wanted = new Document("key", which);
        return existing.stream()
                .filter(index -> which instanceof Document
                        ? keyOf(index).equals(keyOf(wanted))
                        : Objects.equals(which, index.get("name")))
                .map(index -> List.of(String.valueOf(index.get("name"))))
                .findFirst()
                .orElseThrow(() -> new IndexNotFoundException("index not found with name [" + which + "]"));
    }
}
