package dk.astra.event.meetings;

import dk.astra.contracts.LocalizedText;
import dk.astra.web.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls a meeting off (aflysning). */
@Component
public class CancelMeeting {

    private final MeetingChanges changes;

    CancelMeeting(MeetingChanges changes) {
        this.changes = changes;
    }

    public Answer cancel(String id, LocalizedText reason, @Nullable IdempotencyKey key) {
        return changes.apply("cancelled", id, key, null, meeting -> meeting.cancel(reason));
    }
}
