package dk.astra.event.meetings;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Replaces all that an organiser wrote about a meeting; once it is announced, all but the time. */
@Component
public class ChangeMeeting {

    private final MeetingChanges changes;

    ChangeMeeting(MeetingChanges changes) {
        this.changes = changes;
    }

    /** @param expectedVersion what the organiser saw; null where that does not matter */
    public Answer change(String id, Proposal proposal, @Nullable Long expectedVersion) {
        return changes.apply("changed", id, null, expectedVersion, meeting -> meeting.change(proposal));
    }
}
