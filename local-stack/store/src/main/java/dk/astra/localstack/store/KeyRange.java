package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys that begin with the given values and whose next value lies between two bounds. */
record KeyRange(
        List<Object> prefix,
        @Nullable Bound lower,
        @Nullable Bound upper) {

    /** No key of the range is below this one; null is the beginning of the index. */
    @Nullable
    KeyValue lowest() {
        if (lower == null) {
            return prefix.isEmpty() ? null : new KeyValue(prefix);
        }
        return with(lower.value());
    }

    /** No key of the range is above this one; null is the end of the index. */
    @Nullable
    KeyValue highest() {
        if (upper == null) {
            return prefix.isEmpty() ? null : with(ValueOrder.HIGHEST);
        }
        return with(upper.value(), ValueOrder.HIGHEST);
    }

    boolean contains(KeyValue key) {
        for (int i = 0; i < prefix.size(); i++) {
            if (ValueOrder.compare(key.get(i), prefix.get(i)) != 0) {
                return false;
            }
        }
        int next = prefix.size();
        return isAbove(lower, key, next) && isBelow(upper, key, next);
    }

    private static boolean isAbove(@Nullable Bound bound, KeyValue key, int column) {
        if (bound == null) {
            return true;
        }
        int order = ValueOrder.compare(key.get(column), bound.value());
        return bound.inclusive() ? order >= 0 : order > 0;
    }

    private static boolean isBelow(@Nullable Bound bound, KeyValue key, int column) {
        if (bound == null) {
            return true;
        }
        int order = ValueOrder.compare(key.get(column), bound.value());
        return bound.inclusive() ? order <= 0 : order < 0;
    }

    private KeyValue with(Object... more) {
        List<Object> values = new ArrayList<>(prefix);
        values.addAll(List.of(more));
        return new KeyValue(values);
    }
}
