package dk.astra.event.meetings;

import dk.astra.web.IdempotencyKey;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves a meeting to another time; deadlines that are not given move with it. */
@Component
public class RescheduleMeeting {

    private final MeetingChanges changes;
    private final Clock clock;

    RescheduleMeeting(MeetingChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    public Answer reschedule(String id, WantedTimes times, @Nullable IdempotencyKey key) {
        return changes.apply("rescheduled", id, key, null, meeting -> meeting.reschedule(times, clock.instant()));
    }
}
