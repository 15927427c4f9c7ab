package dk.astra.event.meetings;

import dk.astra.web.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a meeting more or fewer seats; fewer only where registration-service agrees (P1). */
@Component
public class ChangeCapacity {

    private final MeetingChanges changes;

    ChangeCapacity(MeetingChanges changes) {
        this.changes = changes;
    }

    public Answer change(String id, int seats, @Nullable IdempotencyKey key) {
        return changes.apply("capacity changed", id, key, null, meeting -> meeting.changeCapacity(seats));
    }
}
