package dk.astra.event.meetings;

import dk.astra.web.IdempotencyKey;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records that a meeting took place, and how many came. */
@Component
public class HoldMeeting {

    private final MeetingChanges changes;
    private final Clock clock;

    HoldMeeting(MeetingChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    public Answer hold(String id, int attendance, @Nullable IdempotencyKey key) {
        return changes.apply("held", id, key, null, meeting -> meeting.hold(attendance, clock.instant()));
    }
}
