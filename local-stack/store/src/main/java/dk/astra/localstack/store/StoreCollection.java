package dk.astra.localstack.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose documents are kept as bytes: whoever reads one gets a copy of their own, so nobody sees a
 * half-done change and a returned document is the one the change made. One lock per collection orders all commands.
 */
final class StoreCollection extends AbstractSynchronizedMongoCollection<Object> {

    private final StoreMaps maps;
    private MVMap<Object, byte[]> documents;
    private boolean firstMatchOnly;

    StoreCollection(
            MongoDatabase database, String name, CollectionOptions options, StoreMaps maps, CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.maps = maps;
        this.documents = maps.documents(getFullName());
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        String idField = getIdField();
        Object position =
                idField == null ? UUID.randomUUID() : Missing.ofNullable(Utils.getSubdocumentValue(document, idField));
        put(position, document);
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
        put(Missing.ofNullable(position), newDocument);
    }

    private void put(Object position, Document document) {
        byte[] bytes = BsonBytes.ofDocument(document);
        documents.put(position, bytes);
        maps.changes().changed(getFullName(), position, bytes);
    }

    @Override
    protected Document getDocument(Object position) {
        byte[] bytes = documents.get(position);
        if (bytes == null) {
            throw new NoSuchElementException("an index leads to a document that is not there");
        }
        return BsonBytes.toDocument(bytes);
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove(position);
        maps.changes().changed(getFullName(), position, null);
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        int most = firstMatchOnly ? 1 : limit;
        Optional<AccessPath> path = AccessPath.best(getIndexes(), query, orderBy, most > 0);
        Stream<Document> candidates = candidates(path, orderBy);
        Document sortStill = path.isPresent() && path.get().sorted() ? null : orderBy;
        return matchDocumentsFromStream(candidates, query, sortStill, skip, most, batchSize, fields);
    }

    private Stream<Document> candidates(Optional<AccessPath> path, @Nullable Document orderBy) {
        return path.map(found -> found.positions().map(this::getDocument)).orElseGet(() -> allDocuments(orderBy));
    }

    private Stream<Document> allDocuments(@Nullable Document orderBy) {
        if (!isNaturalDescending(orderBy)) {
            return documents.values().stream().map(BsonBytes::toDocument);
        }
        return Stream.iterate(documents.lastKey(), key -> key != null, documents::lowerKey)
                .map(this::getDocument);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    /** Documents of the caller's own, found through an index where there is one. */
    synchronized List<Document> matching(Document query) {
        Optional<AccessPath> path = AccessPath.best(getIndexes(), query, null, false);
        return candidates(path, null)
                .filter(document -> documentMatchesQuery(document, query))
                .toList();
    }

    synchronized long countMatching(Document query) {
        if (query.isEmpty()) {
            return documents.sizeAsLong();
        }
        Optional<AccessPath> path = AccessPath.best(getIndexes(), query, null, false);
        if (path.isPresent() && path.get().covering()) {
            return path.get().positions().count();
        }
        return candidates(path, null)
                .filter(document -> documentMatchesQuery(document, query))
                .count();
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        long found = Math.max(0, countMatching(query == null ? new Document() : query) - skip);
        return Math.toIntExact(limit > 0 ? Math.min(limit, found) : found);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        firstMatchOnly = !isMulti;
        try {
            return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
        } finally {
            firstMatchOnly = false;
        }
    }

    /** Builds the index in one pass over the documents. */
    @Override
    public synchronized void addIndex(Index<Object> index) {
        if (getIndexes().stream().anyMatch(existing -> existing.getName().equals(index.getName()))) {
            return;
        }
        try {
            streamAllDocumentsWithPosition()
                    .forEach(found -> index.add(found.getDocument(), found.getPosition(), this));
        } catch (MongoServerError e) {
            throw new IndexBuildFailedException(e, this);
        }
        getIndexes().add(index);
    }

    @Override
    public synchronized void dropIndex(String indexName) {
        super.dropIndex(indexName);
    }

    @Override
    public synchronized void renameTo(MongoDatabase newDatabase, String newName) {
        String oldNamespace = getFullName();
        super.renameTo(newDatabase, newName);
        maps.renameDocuments(oldNamespace, getFullName());
        documents = maps.documents(getFullName());
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(BsonBytes.toDocument(entry.getValue()), entry.getKey()));
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        // the size of the file is what counts here
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
