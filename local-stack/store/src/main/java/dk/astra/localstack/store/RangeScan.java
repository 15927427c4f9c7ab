package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks the keys of an index from the near end of a range and stops behind its far end. */
final class RangeScan implements Iterator<Object> {

    private final Iterator<KeyValue> keys;
    private final Function<KeyValue, Object> positionOf;
    private final KeyRange range;
    private final @Nullable KeyValue farEnd;
    private final boolean descending;
    private @Nullable Object next;

    RangeScan(Iterator<KeyValue> keys, Function<KeyValue, Object> positionOf, KeyRange range, boolean descending) {
        this.keys = keys;
        this.positionOf = positionOf;
        this.range = range;
        this.descending = descending;
        this.farEnd = descending ? range.lowest() : range.highest();
        this.next = advance();
    }

    private @Nullable Object advance() {
        while (keys.hasNext()) {
            KeyValue key = keys.next();
            if (isBehindFarEnd(key)) {
                return null;
            }
            if (range.contains(key)) {
                return positionOf.apply(key);
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
