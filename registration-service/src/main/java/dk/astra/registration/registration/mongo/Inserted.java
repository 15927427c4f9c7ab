package dk.astra.registration.registration.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * What became of one list of documents: those of several meetings are inserted in one round trip.
 *
 * @param lost indexes of the documents whose key was taken
 * @param failure why it is not known whether the others are stored; null when they are
 */
record Inserted(List<Integer> lost, @Nullable RuntimeException failure) {

    private static final int DUPLICATE_KEY = 11000;

    static List<Inserted> into(MongoCollection<Document> collection, List<List<Document>> lists) {
        List<Document> all = lists.stream().flatMap(List::stream).toList();
        List<BulkWriteError> errors = List.of();
        try {
            collection.insertMany(all, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw new DataAccessResourceFailureException("bulk insert failed", e);
            }
            errors = e.getWriteErrors();
        } catch (MongoException e) {
            throw new DataAccessResourceFailureException("bulk insert failed", e);
        }
        List<Inserted> outcomes = new ArrayList<>();
        int begin = 0;
        for (List<Document> list : lists) {
            outcomes.add(outcome(errors, begin, begin + list.size()));
            begin += list.size();
        }
        return outcomes;
    }

    private static Inserted outcome(List<BulkWriteError> errors, int begin, int end) {
        List<Integer> lost = new ArrayList<>();
        for (BulkWriteError error : errors) {
            if (error.getIndex() >= begin && error.getIndex() < end) {
                if (error.getCode() != DUPLICATE_KEY) {
                    return new Inserted(
                            List.of(),
                            new DataAccessResourceFailureException("insert failed with code " + error.getCode()));
                }
                lost.add(error.getIndex() - begin);
            }
        }
        return new Inserted(lost, null);
    }

    List<Integer> orElseThrow() {
        if (failure != null) {
            throw failure;
        }
        return lost;
    }
}
