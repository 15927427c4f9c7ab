package dk.astra.localstack.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import java.util.Collection;
import java.util.List;

/** Reads fields of commands and replies with the type they must have. */
final class Fields {

    private Fields() {}

    static Document document(Document parent, String field) {
        if (parent.get(field) instanceof Document document) {
            return document;
        }
        throw new FailedToParseException("the field " + field + " must be a document");
    }

    /** The documents of a list; empty where the field is no list. */
    static List<Document> documents(Document parent, String field) {
        Collection<?> elements = parent.get(field) instanceof Collection<?> list ? list : List.of();
        return elements.stream()
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .toList();
    }

    static int number(Document parent, String field) {
        return parent.get(field) instanceof Number number ? number.intValue() : 0;
    }
}
