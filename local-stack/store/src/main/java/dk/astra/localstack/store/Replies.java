package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;

/** The shapes of MongoDB's replies. */
final class Replies {

    private Replies() {}

    static Document ok() {
        Document reply = new Document();
        Utils.markOkay(reply);
        return reply;
    }

    static Document everything(String namespace, List<Document> documents) {
        Document reply = new Document(
                "cursor", new Document("id", 0L).append("ns", namespace).append("firstBatch", documents));
        Utils.markOkay(reply);
        return reply;
    }

    static Document error(MongoServerException e) {
        Document reply = new Document("ok", 0.0).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError error) {
            reply.append("code", error.getCode()).putIfNotNull("codeName", error.getCodeName());
        }
        return reply;
    }

    static Document internalError(RuntimeException e) {
        return error(new MongoServerError(
                1, "InternalError", "the embedded store failed: " + e.getClass().getSimpleName()));
    }
}
