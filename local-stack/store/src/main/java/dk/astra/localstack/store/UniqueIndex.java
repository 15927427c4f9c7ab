package dk.astra.localstack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A unique index, stored beside the documents and committed together with them. */
final class UniqueIndex extends AbstractUniqueIndex<Object> implements OrderedIndex {

    private final MVMap<KeyValue, Object> positions;
    private final List<String> fields;
    private final MVMap<String, String> multikeyIndexes;
    private final String mapName;
    private volatile boolean multikey;

    UniqueIndex(StoreMaps maps, String namespace, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.positions = maps.uniqueIndex(namespace, name);
        this.fields = keys.stream().map(IndexKey::getKey).toList();
        this.multikeyIndexes = maps.multikeyIndexes();
        this.mapName = StoreMaps.indexMap(namespace, name);
        this.multikey = multikeyIndexes.containsKey(mapName);
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        if (!multikey && getKeyValues(document).size() != 1) {
            multikey = true;
            multikeyIndexes.put(mapName, "");
        }
        super.add(document, position, collection);
    }

    /** An absent key is not stored, so it must not find the document that holds an explicit null. */
    @Override
    public @Nullable Object getPosition(Document document) {
        boolean absent = isSparse()
                && fields.stream()
                        .allMatch(
                                field -> Utils.getSubdocumentValueCollectionAware(document, field) instanceof Missing);
        return absent ? null : super.getPosition(document);
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return positions.putIfAbsent(key, Missing.ofNullable(position)) == null;
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return positions.entrySet();
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(key);
    }

    @Override
    public List<String> fields() {
        return fields;
    }

    @Override
    public boolean unique() {
        return true;
    }

    @Override
    public boolean sparse() {
        return isSparse();
    }

    @Override
    public boolean multikey() {
        return multikey;
    }

    @Override
    public Iterator<Object> positions(KeyRange range, boolean descending) {
        if (range.prefix().size() == fields.size()) {
            Object position = positions.get(new KeyValue(range.prefix()));
            return position == null ? List.of().iterator() : List.of(position).iterator();
        }
        Cursor<KeyValue, Object> cursor =
                positions.cursor(descending ? range.highest() : range.lowest(), null, descending);
        return new RangeScan(cursor, key -> cursor.getValue(), range, descending);
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
