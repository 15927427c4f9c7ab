package dk.astra.localstack.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads out of a query what an index could answer; the rest is left to the matcher. */
final class QueryConditions {

    private static final int MOST_VALUES = 10_000;

    private final Map<String, FieldCondition> byField = new HashMap<>();
    private boolean onlyEquality = true;

    static QueryConditions of(Document query) {
        QueryConditions conditions = new QueryConditions();
        conditions.read(query);
        return conditions;
    }

    FieldCondition on(String field) {
        return byField.getOrDefault(field, FieldCondition.NONE);
    }

    /** The query asks for nothing but equality, of exactly these many fields. */
    boolean areEqualityOf(int fields) {
        return onlyEquality && byField.size() == fields;
    }

    private void read(Document query) {
        query.forEach((field, demand) -> {
            if (field.equals("$and") && demand instanceof Collection<?> parts) {
                parts.stream().filter(Document.class::isInstance).forEach(part -> read((Document) part));
            } else if (!field.startsWith("$")) {
                FieldCondition condition = conditionOf(demand);
                onlyEquality &= isEquality(demand) && !byField.containsKey(field);
                if (condition != FieldCondition.NONE) {
                    byField.merge(field, condition, FieldCondition::and);
                }
            } else {
                onlyEquality = false;
            }
        });
    }

    private static boolean isEquality(@Nullable Object demand) {
        if (demand instanceof Document operators) {
            return operators.size() == 1
                    && (isScalar(operators.get("$eq"))
                            || operators.get("$in") instanceof Collection<?> values
                                    && values.size() <= MOST_VALUES
                                    && values.stream().allMatch(QueryConditions::isScalar));
        }
        return isScalar(demand);
    }

    private static FieldCondition conditionOf(@Nullable Object demand) {
        if (isPlain(demand)) {
            return equalTo(List.of(demand));
        }
        if (demand instanceof BsonRegularExpression regex) {
            return startingWith(regex.getPattern(), regex.getOptions());
        }
        FieldCondition condition = FieldCondition.NONE;
        if (demand instanceof Document operators) {
            for (Map.Entry<String, Object> operator : operators.entrySet()) {
                FieldCondition next = conditionOf(operator.getKey(), operator.getValue(), operators);
                if (next != FieldCondition.NONE) {
                    condition = condition == FieldCondition.NONE ? next : condition.and(next);
                }
            }
        }
        return condition;
    }

    private static FieldCondition conditionOf(String operator, @Nullable Object value, Document operators) {
        return switch (operator) {
            case "$eq" -> isPlain(value) ? equalTo(List.of(value)) : FieldCondition.NONE;
            case "$in" -> value instanceof Collection<?> values ? in(values) : FieldCondition.NONE;
            case "$gt", "$gte" ->
                value != null && isScalar(value)
                        ? new FieldCondition(List.of(), new Bound(value, operator.equals("$gte")), null, false, false)
                        : FieldCondition.NONE;
            case "$lt", "$lte" ->
                value != null && isScalar(value)
                        ? new FieldCondition(List.of(), null, new Bound(value, operator.equals("$lte")), false, false)
                        : FieldCondition.NONE;
            case "$exists" ->
                Boolean.TRUE.equals(value)
                        ? new FieldCondition(List.of(), null, null, false, true)
                        : FieldCondition.NONE;
            case "$regex" ->
                value instanceof String pattern
                        ? startingWith(pattern, String.valueOf(operators.getOrDefault("$options", "")))
                        : value instanceof BsonRegularExpression regex
                                ? startingWith(regex.getPattern(), regex.getOptions())
                                : FieldCondition.NONE;
            default -> FieldCondition.NONE;
        };
    }

    private static FieldCondition equalTo(List<Object> values) {
        return new FieldCondition(values, null, null, false, false);
    }

    private static FieldCondition in(Collection<?> values) {
        boolean usable = !values.isEmpty()
                && values.size() <= MOST_VALUES
                && values.stream().allMatch(QueryConditions::isPlain);
        return usable ? equalTo(List.copyOf(values)) : FieldCondition.NONE;
    }

    private static FieldCondition startingWith(String pattern, @Nullable String options) {
        String prefix = options == null || options.isEmpty() ? RegexPrefix.of(pattern) : "";
        return prefix.isEmpty()
                ? FieldCondition.NONE
                : new FieldCondition(
                        List.of(),
                        new Bound(prefix, true),
                        new Bound(prefix + Character.MAX_VALUE, false),
                        true,
                        false);
    }

    private static boolean isPlain(@Nullable Object value) {
        return isScalar(value)
                || value instanceof Document document
                        && document.keySet().stream().noneMatch(key -> key.startsWith("$"));
    }

    private static boolean isScalar(@Nullable Object value) {
        return value instanceof String
                || value instanceof Number && !(value instanceof Double number && number.isNaN())
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof ObjectId
                || value instanceof UUID
                || value instanceof BinData
                || value instanceof Decimal128;
    }
}
