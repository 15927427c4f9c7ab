package dk.astra.contracts.meetings;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** A meeting can be signed up for, within its registration window. */
@FactType("meeting.scheduled.v1")
public record MeetingScheduled(MeetingState meeting) implements MeetingFact {

    public MeetingScheduled {
        Objects.requireNonNull(meeting, "meeting");
    }
}
