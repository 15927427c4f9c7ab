package dk.astra.contracts.meetings;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** The meeting took place; the only fact that counts for goal 1.3. */
@FactType("meeting.held.v1")
public record MeetingHeld(MeetingState meeting) implements MeetingFact {

    public MeetingHeld {
        Objects.requireNonNull(meeting, "meeting");
    }
}
