package dk.astra.reporting.facts;

import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.BasicUpdate;
import org.springframework.stereotype.Component;

/** Keeps one document per aggregate: the state told by its latest fact, whatever the order of arrival. */
@Component
public class LatestStates {

    private final MongoTemplate mongo;

    LatestStates(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Stores a state unless one of the same or a later version is there. One round trip; a second one only where
     * the first met a document it must not change.
     *
     * @param condition what the stored document must fulfil beside the version
     * @param change update operators
     * @return whether it was stored
     */
    public boolean store(String collection, String id, long version, Document condition, Document change) {
        Document filter = new Document("_id", id).append("version", new Document("$lt", version));
        filter.putAll(condition);
        try {
            mongo.upsert(new BasicQuery(filter), new BasicUpdate(change), collection);
            return true;
        } catch (DuplicateKeyException present) {
            // a later or equal version is there, or somebody inserted an earlier one in this very moment
            return update(collection, filter, change);
        }
    }

    /** Changes the document that fulfils the filter. */
    public boolean update(String collection, Document filter, Document change) {
        return mongo.updateFirst(new BasicQuery(filter), new BasicUpdate(change), collection)
                        .getMatchedCount()
                == 1;
    }

    /** A record as it is stored, without the name of its class. */
    public Object stored(Object value) {
        Object converted = mongo.getConverter().convertToMongoType(value);
        if (converted == null) {
            throw new IllegalArgumentException("nothing to store");
        }
        return converted;
    }
}
