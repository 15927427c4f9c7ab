package dk.astra.registration;

import com.mongodb.client.model.Updates;
import dk.astra.messaging.Outbox;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The update that turns one state of a document into the next. */
public final class ChangedFields {

    private ChangedFields() {}

    /** Only what changed: facts that left the outbox meanwhile, and a mark taken off meanwhile, do not come back. */
    public static Bson between(Document before, Document after) {
        List<Bson> updates = new ArrayList<>();
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        fields.removeAll(List.of("_id", Outbox.FACTS, Outbox.PENDING));
        for (String field : fields) {
            if (!after.containsKey(field)) {
                updates.add(Updates.unset(field));
            } else if (!Objects.equals(before.get(field), after.get(field))) {
                updates.add(Updates.set(field, after.get(field)));
            }
        }
        return Updates.combine(updates);
    }
}
