package dk.astra.reporting.plans;

import dk.astra.reporting.evidence.Evidence;
import dk.astra.reporting.meetings.KnownMeeting;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A meeting or an entry of evidence that a measure looked at.
 *
 * @param counts what it adds to the value; 0 where it does not count
 */
public record Counted(
        @Nullable KnownMeeting meeting, @Nullable Evidence evidence, LocalDate day, int counts) {

    static Counted meeting(KnownMeeting meeting, int counts) {
        return new Counted(meeting, null, meeting.figures().startsOn(), counts);
    }

    static Counted evidence(Evidence evidence, int counts) {
        return new Counted(null, evidence, evidence.date(), counts);
    }
}
