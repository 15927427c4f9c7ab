package dk.astra.localstack.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands of one field, as far as an index can help: it may let too much through, because every document
 * found is matched against the whole query again.
 *
 * @param onePredicate both bounds come from one predicate, which a single array element must fulfil alone
 */
record FieldCondition(
        List<Object> anyOf, @Nullable Bound lower, @Nullable Bound upper, boolean onePredicate, boolean exists) {

    static final FieldCondition NONE = new FieldCondition(List.of(), null, null, false, false);

    boolean isEquality() {
        return !anyOf.isEmpty();
    }

    boolean isRange() {
        return lower != null || upper != null;
    }

    /** Both demands hold; where only one can be kept, the sharper one is. */
    FieldCondition and(FieldCondition other) {
        List<Object> values =
                anyOf.isEmpty() || !other.anyOf.isEmpty() && other.anyOf.size() < anyOf.size() ? other.anyOf : anyOf;
        return new FieldCondition(
                values,
                lower != null ? lower : other.lower,
                upper != null ? upper : other.upper,
                isRange() ? onePredicate && !other.isRange() : other.onePredicate,
                exists || other.exists);
    }
}
