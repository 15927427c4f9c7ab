package dk.astra.contracts.meetings;

import dk.astra.contracts.FactType;
import java.time.LocalDateTime;
import java.util.Objects;

/** The time changed; the deadlines may have moved with it. */
@FactType("meeting.rescheduled.v1")
public record MeetingRescheduled(MeetingState meeting, LocalDateTime previousStartsAt, LocalDateTime previousEndsAt)
        implements MeetingFact {

    public MeetingRescheduled {
        Objects.requireNonNull(meeting, "meeting");
        Objects.requireNonNull(previousStartsAt, "previousStartsAt");
        Objects.requireNonNull(previousEndsAt, "previousEndsAt");
    }
}
