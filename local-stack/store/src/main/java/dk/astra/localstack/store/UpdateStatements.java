package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Runs the statements of a bulk update one by one: an ordered one stops at the first error, which the library ignores. */
final class UpdateStatements {

    private UpdateStatements() {}

    static Document runEach(Document update, UnaryOperator<Document> run) {
        List<Document> statements = Fields.documents(update, "updates");
        if (statements.size() == 1) {
            return run.apply(update);
        }
        boolean ordered = Utils.isTrue(update.getOrDefault("ordered", true));
        int matched = 0;
        int modified = 0;
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = new ArrayList<>();
        for (int i = 0; i < statements.size() && !(ordered && !errors.isEmpty()); i++) {
            Document single = update.clone();
            single.put("updates", List.of(statements.get(i)));
            Document reply = run.apply(single);
            matched += Fields.number(reply, "n");
            modified += Fields.number(reply, "nModified");
            addAt(i, Fields.documents(reply, "upserted"), upserted);
            addAt(i, Fields.documents(reply, "writeErrors"), errors);
        }
        Document reply = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            reply.put("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            reply.put("writeErrors", errors);
        }
        Utils.markOkay(reply);
        return reply;
    }

    private static void addAt(int index, List<Document> found, List<Document> all) {
        for (Document entry : found) {
            Document moved = entry.clone();
            moved.put("index", index);
            all.add(moved);
        }
    }
}
