package dk.astra.event.meetings;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Replaces all that an organiser wrote about a meeting; once it is announced, all but the time. What twins have to
 * agree in is changed in the twins too, one after the other: where that is interrupted, the same request again
 * completes it.
 */
@Component
public class ChangeMeeting {

    private final MeetingChanges changes;

    ChangeMeeting(MeetingChanges changes) {
        this.changes = changes;
    }

    /** @param expectedVersion what the organiser saw; null where that does not matter */
    public Answer change(String id, Proposal proposal, @Nullable Long expectedVersion) {
        Answer answer = changes.apply("changed", id, null, expectedVersion, meeting -> meeting.change(proposal));
        Meeting changed = answer.meeting();
        for (String twin : changed.twins()) {
            changes.apply("changed like its twin", twin, null, null, meeting -> meeting.follow(changed));
        }
        return answer;
    }
}
