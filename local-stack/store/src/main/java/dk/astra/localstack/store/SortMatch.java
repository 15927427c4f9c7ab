package dk.astra.localstack.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether walking an index yields a wanted order, and in which direction. */
enum SortMatch {
    NO,
    ASCENDING,
    DESCENDING;

    /**
     * @param fixed number of leading fields that are fixed to one value
     * @param endsWithId equal keys follow each other by {@code _id}
     */
    static SortMatch of(@Nullable Document orderBy, List<String> fields, int fixed, boolean endsWithId) {
        if (orderBy == null || orderBy.isEmpty()) {
            return NO;
        }
        SortMatch match = NO;
        int column = fixed;
        for (Map.Entry<String, Object> wanted : orderBy.entrySet()) {
            if (fields.subList(0, fixed).contains(wanted.getKey())) {
                continue;
            }
            boolean follows = column < fields.size()
                    ? fields.get(column).equals(wanted.getKey())
                    : column == fields.size() && endsWithId && wanted.getKey().equals("_id");
            if (!follows || !(wanted.getValue() instanceof Number direction)) {
                return NO;
            }
            SortMatch next = direction.intValue() > 0 ? ASCENDING : DESCENDING;
            if (match != NO && match != next) {
                return NO;
            }
            match = next;
            column++;
        }
        return match == NO ? ASCENDING : match;
    }
}
