package dk.astra.contracts.meetings;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** The organiser called the meeting off (aflysning). */
@FactType("meeting.cancelled.v1")
public record MeetingCancelled(MeetingState meeting) implements MeetingFact {

    public MeetingCancelled {
        Objects.requireNonNull(meeting, "meeting");
    }
}
