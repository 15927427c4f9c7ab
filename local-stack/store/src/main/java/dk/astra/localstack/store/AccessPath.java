package dk.astra.localstack.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** How one index answers a query: the ranges of keys to walk, and whether that yields the wanted order by itself. */
final class AccessPath {

    private static final int MOST_RANGES = 10_000;
    private static final int ONE_DOCUMENT = 1_000_000;

    private final OrderedIndex index;
    private final List<KeyRange> ranges;
    private final boolean sorted;
    private final boolean descending;
    private final int worth;
    private final boolean covering;

    private AccessPath(
            OrderedIndex index,
            List<KeyRange> ranges,
            boolean sorted,
            boolean descending,
            int worth,
            boolean covering) {
        this.index = index;
        this.ranges = ranges;
        this.sorted = sorted;
        this.descending = descending;
        this.worth = worth;
        this.covering = covering;
    }

    /** The most selective path, or nothing where every document has to be looked at. */
    static Optional<AccessPath> best(
            Collection<?> indexes, Document query, @Nullable Document orderBy, boolean limited) {
        QueryConditions conditions = QueryConditions.of(query);
        AccessPath best = null;
        for (Object candidate : indexes) {
            if (candidate instanceof OrderedIndex index) {
                AccessPath path = through(index, conditions, orderBy, limited);
                if (path != null && (best == null || path.worth > best.worth)) {
                    best = path;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static @Nullable AccessPath through(
            OrderedIndex index, QueryConditions conditions, @Nullable Document orderBy, boolean limited) {
        List<String> fields = index.fields();
        List<List<Object>> prefixes = List.of(List.of());
        int column = 0;
        int worth = 0;
        while (column < fields.size()) {
            FieldCondition condition = conditions.on(fields.get(column));
            if (!condition.isEquality() || prefixes.size() * condition.anyOf().size() > MOST_RANGES) {
                break;
            }
            prefixes = extend(prefixes, condition.anyOf());
            worth += condition.anyOf().size() == 1 ? 100 : 60;
            column++;
        }
        if (column == fields.size() && index.unique()) {
            worth = ONE_DOCUMENT / prefixes.size();
        }
        Bound lower = null;
        Bound upper = null;
        if (column < fields.size()) {
            FieldCondition condition = conditions.on(fields.get(column));
            lower = condition.lower();
            // bounds from two predicates may be met by two elements of an array
            boolean both = !index.multikey() || condition.onePredicate() || lower == null;
            upper = both ? condition.upper() : null;
            worth += (lower == null ? 0 : 30) + (upper == null ? 0 : 30);
        }
        SortMatch sort = index.multikey() || prefixes.size() > 1
                ? SortMatch.NO
                : SortMatch.of(orderBy, fields, column, !index.unique());
        if (sort != SortMatch.NO) {
            boolean holdsEveryDocument = !index.sparse();
            worth += worth > 0 ? 15 : limited && holdsEveryDocument ? 5 : 0;
        }
        if (worth == 0
                && index.sparse()
                && fields.stream().anyMatch(field -> conditions.on(field).exists())) {
            worth = 10;
        }
        if (worth == 0) {
            return null;
        }
        Bound from = lower;
        Bound to = upper;
        List<KeyRange> ranges =
                prefixes.stream().map(prefix -> new KeyRange(prefix, from, to)).toList();
        boolean covering = !index.multikey() && conditions.areEqualityOf(column);
        return new AccessPath(index, ranges, sort != SortMatch.NO, sort == SortMatch.DESCENDING, worth, covering);
    }

    private static List<List<Object>> extend(List<List<Object>> prefixes, List<Object> values) {
        List<List<Object>> extended = new ArrayList<>(prefixes.size() * values.size());
        for (List<Object> prefix : prefixes) {
            for (Object value : values) {
                List<Object> longer = new ArrayList<>(prefix);
                longer.add(value);
                extended.add(longer);
            }
        }
        return extended;
    }

    /** The documents come in the wanted order already. */
    boolean sorted() {
        return sorted;
    }

    /** Every position found is an answer; the documents need not be looked at. */
    boolean covering() {
        return covering;
    }

    Stream<Object> positions() {
        if (ranges.size() == 1 && !index.multikey()) {
            Iterator<Object> found = index.positions(ranges.getFirst(), descending);
            return StreamSupport.stream(
                    Spliterators.spliteratorUnknownSize(found, Spliterator.ORDERED | Spliterator.NONNULL), false);
        }
        Set<Object> distinct = new LinkedHashSet<>();
        for (KeyRange range : ranges) {
            index.positions(range, descending).forEachRemaining(distinct::add);
        }
        return distinct.stream();
    }
}
