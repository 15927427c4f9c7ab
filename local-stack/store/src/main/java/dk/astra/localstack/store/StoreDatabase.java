package dk.astra.localstack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;

/** A database whose collections and indexes live in {@link StoreMaps}. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    private final StoreMaps maps;

    StoreDatabase(String name, StoreMaps maps, CursorRegistry cursors) {
        super(name, cursors);
        this.maps = maps;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "aggregate" -> new Aggregate(this, resolver, oplog).run(command, query);
            case "update" ->
                UpdateStatements.runEach(
                        query, single -> super.handleCommand(channel, command, single, resolver, oplog));
            case "createindexes" -> {
                String collection = String.valueOf(query.get(command));
                query.put("indexes", IndexSpecs.missing(query, indexesOf(collection)));
                yield super.handleCommand(channel, command, query, resolver, oplog);
            }
            case "dropindexes" -> dropIndexes(String.valueOf(query.get(command)), query.getOrDefault("index", "*"));
            default -> super.handleCommand(channel, command, query, resolver, oplog);
        };
    }

    private List<Document> indexesOf(String collection) {
        MongoCollection<Object> descriptions = indexes.get();
        if (descriptions == null) {
            return List.of();
        }
        Document ofCollection = new Document("ns", getFullCollectionNamespace(collection));
        return descriptions.handleQueryAsStream(ofCollection).toList();
    }

    /** The library's own would also forget the indexes of the same name in other collections. */
    private Document dropIndexes(String collectionName, Object which) {
        MongoCollection<Object> collection = resolveCollection(collectionName, true);
        for (String name : IndexSpecs.namesToDrop(which, indexesOf(collectionName))) {
            dropIndex(collection, name);
            getOrCreateIndexesCollection()
                    .deleteDocuments(new Document("ns", collection.getFullName()).append("name", name), 1);
        }
        return Replies.ok();
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoreCollection(this, name, options, maps, cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(name, keys, sparse);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(name, keys, sparse);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        maps.dropDocuments(getFullCollectionNamespace(name));
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        maps.dropDatabase(getDatabaseName());
    }

    @Override
    protected long getFileSize() {
        return maps.fileSize();
    }

    @Override
    protected long getStorageSize() {
        return maps.fileSize();
    }
}
