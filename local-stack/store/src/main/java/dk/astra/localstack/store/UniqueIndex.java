package dk.astra.localstack.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A unique index. It lives in memory and is built again when its collection is opened. */
final class UniqueIndex extends AbstractUniqueIndex<Object> implements OrderedIndex {

    private final TreeMap<KeyValue, Object> positions = new TreeMap<>(ValueOrder::compareKeys);
    /** The same for keys that are one text: found at once, where the tree takes a comparison on every level. */
    private final Map<String, Object> byText = new HashMap<>();

    private final List<String> fields;
    private boolean multikey;

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.fields = keys.stream().map(IndexKey::getKey).toList();
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        multikey |= getKeyValues(document).size() != 1;
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
        String text = text(key);
        if (text != null) {
            byText.remove(text);
        }
        return positions.remove(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        Object present = Missing.ofNullable(position);
        String text = text(key);
        if (text == null) {
            return positions.putIfAbsent(key, present) == null;
        }
        if (byText.putIfAbsent(text, present) != null) {
            return false;
        }
        positions.put(key, present);
        return true;
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return positions.entrySet();
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        String text = text(key);
        return text == null ? positions.get(key) : byText.get(text);
    }

    private static @Nullable String text(KeyValue key) {
        return key.size() == 1 && key.get(0) instanceof String text ? text : null;
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
            Object position = getPosition(new KeyValue(range.prefix()));
            return position == null ? List.of().iterator() : List.of(position).iterator();
        }
        return RangeScan.of(positions, range, descending, Map.Entry::getValue);
    }

    @Override
    public long getCount() {
        return positions.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
