package dk.astra.localstack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An index that allows equal keys. It lives in memory and is built again when its collection is opened, so it can
 * never disagree with the documents. Guarded by its collection's lock.
 */
final class SecondaryIndex extends Index<Object> implements OrderedIndex {

    private final List<String> fields;
    /** Each key is followed by the position of its document. */
    private final TreeMap<KeyValue, Object> entries = new TreeMap<>(ValueOrder::compareKeys);

    private boolean multikey;

    SecondaryIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.fields = keys.stream().map(IndexKey::getKey).toList();
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        if (leavesOut(document)) {
            return;
        }
        Set<KeyValue> keys = getKeyValues(document);
        if (keys.size() != 1) {
            multikey = true;
        }
        if (keys.isEmpty()) {
            keys = Set.of(keyWithEmptyArrays(document));
        }
        for (KeyValue key : keys) {
            entries.put(entry(key, position), Missing.ofNullable(position));
        }
    }

    private boolean leavesOut(Document document) {
        return isSparse() && fields.stream().noneMatch(field -> isPresent(document, field));
    }

    private static boolean isPresent(Document document, String field) {
        Object value = Utils.getSubdocumentValueCollectionAware(document, field);
        if (field.indexOf('.') >= 0 && value instanceof Collection<?> values) {
            return values.stream().anyMatch(element -> !(element instanceof Missing));
        }
        return !(value instanceof Missing);
    }

    /** An empty array yields no key; without one, a search by the other fields would miss the document. */
    private KeyValue keyWithEmptyArrays(Document document) {
        List<@Nullable Object> values = new ArrayList<>();
        for (String field : fields) {
            Object value = Utils.getSubdocumentValueCollectionAware(document, field);
            values.add(value instanceof Missing || value instanceof Collection<?> ? null : value);
        }
        return new KeyValue(values);
    }

    private static KeyValue entry(KeyValue key, Object position) {
        List<@Nullable Object> values = new ArrayList<>(key.size() + 1);
        key.forEach(values::add);
        values.add(Missing.ofNullable(position));
        return new KeyValue(values);
    }

    @Override
    public @Nullable Object remove(Document document) {
        Object position = Missing.ofNullable(document.get("_id"));
        return remove(document, position) ? position : null;
    }

    private boolean remove(Document document, Object position) {
        Set<KeyValue> keys = getKeyValues(document);
        if (keys.isEmpty()) {
            keys = Set.of(keyWithEmptyArrays(document));
        }
        boolean removed = false;
        for (KeyValue key : keys) {
            removed |= entries.remove(entry(key, position)) != null;
        }
        return removed;
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {
        remove(oldDocument, position);
        add(newDocument, position, collection);
    }

    @Override
    public Iterator<Object> positions(KeyRange range, boolean descending) {
        return RangeScan.of(entries, range, descending, Map.Entry::getValue);
    }

    @Override
    public List<String> fields() {
        return fields;
    }

    @Override
    public boolean unique() {
        return false;
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
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        if (!fields.isEmpty()) {
            getKeyValues(document); // refuses two arrays in one compound key
        }
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        checkAdd(newDocument, collection);
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("the collection asks for ranges");
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        entries.clear();
    }
}
