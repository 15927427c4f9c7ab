package dk.astra.localstack.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The order of keys in every map of the store: MongoDB's order of values, numbers compared across their types. */
final class ValueOrder {

    /** Stands above every value; appended to a key it makes the upper end of all keys with that prefix. */
    static final Object HIGHEST = new Object();

    private static final ValueComparator LIBRARY_ORDER = ValueComparator.ascWithoutListHandling();

    /** Where the library says the same, but slowly. */
    private static final Set<Class<?>> IN_NATURAL_ORDER =
            Set.of(Integer.class, Long.class, Boolean.class, Instant.class, ObjectId.class);

    private ValueOrder() {}

    static int compareKeys(KeyValue a, KeyValue b) {
        int common = Math.min(a.size(), b.size());
        for (int i = 0; i < common; i++) {
            int order = compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return 0;
        }
        // nearly every key is one, and most of an insert's time goes into comparing keys
        if (a instanceof String left && b instanceof String right) {
            return left.compareTo(right);
        }
        if (a == HIGHEST || b == HIGHEST) {
            return a == HIGHEST ? 1 : -1;
        }
        if (a != null && b != null && a.getClass() == b.getClass()) {
            if (a instanceof UUID left && b instanceof UUID right) {
                return compareBytewise(left, right);
            }
            if (IN_NATURAL_ORDER.contains(a.getClass())) {
                return compareNaturally((Comparable<?>) a, b);
            }
        }
        boolean aAbsent = Missing.isNullOrMissing(a);
        boolean bAbsent = Missing.isNullOrMissing(b);
        if (aAbsent && bAbsent) {
            return 0;
        }
        return LIBRARY_ORDER.compare(aAbsent ? null : a, bAbsent ? null : b);
    }

    @SuppressWarnings("unchecked")
    private static <T> int compareNaturally(Comparable<T> a, Object b) {
        return a.compareTo((T) b);
    }

    private static int compareBytewise(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
