package dk.astra.event.meetings;

import dk.astra.contracts.meetings.Venue;
import dk.astra.web.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves a meeting to another place. */
@Component
public class MoveVenue {

    private final MeetingChanges changes;

    MoveVenue(MeetingChanges changes) {
        this.changes = changes;
    }

    public Answer move(String id, Venue venue, @Nullable IdempotencyKey key) {
        return changes.apply("venue moved", id, key, null, meeting -> meeting.moveTo(venue));
    }
}
