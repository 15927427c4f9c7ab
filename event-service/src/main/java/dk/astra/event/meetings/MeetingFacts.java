package dk.astra.event.meetings;

import dk.astra.messaging.PendingFact;
import java.util.List;

/** The stream of meetings, seen from the use cases, which know no fact. */
public interface MeetingFacts {

    /** Freezes the fact that tells of a change; the meeting is as it is after the change. */
    PendingFact of(Meeting meeting, Change change);

    /** Sends what an acknowledged write left in the outbox. */
    void relay(String meetingId, List<PendingFact> outbox);
}
