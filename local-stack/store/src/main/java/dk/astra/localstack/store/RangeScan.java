package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks the keys of an index from the near end of a range and stops behind its far end. */
final class RangeScan<V> implements Iterator<Object> {

    private final Iterator<Map.Entry<KeyValue, V>> entries;
    private final Function<Map.Entry<KeyValue, V>, Object> positionOf;
    private final KeyRange range;
    private final @Nullable KeyValue farEnd;
    private final boolean descending;
    private @Nullable Object next;

    private RangeScan(
            Iterator<Map.Entry<KeyValue, V>> entries,
            Function<Map.Entry<KeyValue, V>, Object> positionOf,
            KeyRange range,
            boolean descending) {
        this.entries = entries;
        this.positionOf = positionOf;
        this.range = range;
        this.descending = descending;
        this.farEnd = descending ? range.lowest() : range.highest();
        this.next = advance();
    }

    static <V> Iterator<Object> of(
            NavigableMap<KeyValue, V> index,
            KeyRange range,
            boolean descending,
            Function<Map.Entry<KeyValue, V>, Object> positionOf) {
        KeyValue nearEnd = descending ? range.highest() : range.lowest();
        NavigableMap<KeyValue, V> directed = descending ? index.descendingMap() : index;
        NavigableMap<KeyValue, V> rest = nearEnd == null ? directed : directed.tailMap(nearEnd, true);
        return new RangeScan<>(rest.entrySet().iterator(), positionOf, range, descending);
    }

    private @Nullable Object advance() {
        while (entries.hasNext()) {
            Map.Entry<KeyValue, V> entry = entries.next();
            if (isBehindFarEnd(entry.getKey())) {
                return null;
            }
            if (range.contains(entry.getKey())) {
                return positionOf.apply(entry);
            }
        }
        return null;
    }

    private boolean isBehindFarEnd(KeyValue key) {
        if (farEnd == null) {
            return false;
        }
        int order = ValueOrder.compareKeys(key, farEnd);
        return descending ? order < 0 : order > 0;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Object next() {
        Object current = next;
        if (current == null) {
            throw new NoSuchElementException();
        }
        next = advance();
        return current;
    }
}
