package dk.astra.event.series.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.event.series.AllSeries;
import dk.astra.event.series.Series;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Series in the collection {@code series}, one document each. */
@Repository
class MongoSeries implements AllSeries {

    private final MongoTemplate mongo;
    private volatile boolean indexed;

    MongoSeries(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Nothing is added before the index that keeps it from being added twice. */
    private void requireIndexes() {
        if (indexed) {
            return;
        }
        IndexOperations indexes = mongo.indexOps(Series.class);
        indexes.createIndex(new Index("creationKey", Sort.Direction.ASC)
                .named("creationKey")
                .unique()
                .sparse());
        indexes.createIndex(
                new Index("unfinished", Sort.Direction.ASC).named("unfinished").sparse());
        indexed = true;
    }

    @Override
    public Optional<Series> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Series.class));
    }

    @Override
    public Optional<Series> findByCreationKey(String creationKey) {
        return Optional.ofNullable(mongo.findOne(query(where("creationKey").is(creationKey)), Series.class));
    }

    @Override
    public boolean add(Series series) {
        requireIndexes();
        try {
            mongo.insert(series);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public void finished(String id) {
        mongo.updateFirst(
                query(where("_id").is(id)), new Update().unset("toStore").unset("unfinished"), Series.class);
    }

    @Override
    public List<Series> unfinished(Instant createdBefore) {
        return mongo.find(
                query(where("unfinished").is(true).and("createdAt").lt(createdBefore))
                        .with(Sort.by("createdAt", "_id")),
                Series.class);
    }
}
