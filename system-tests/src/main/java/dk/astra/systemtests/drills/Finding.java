package dk.astra.systemtests.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a drill: a line of the table.
 *
 * @param happened what was done and seen, in one sentence
 * @param tally where the acknowledged were found again, null where the drill counts no people
 * @param answersIn from the end of the fault until newcomers were answered in normal time, null where that means nothing
 * @param completeIn from the end of the fault until everybody acknowledged before had a mail, null likewise
 * @param complaints what broke the promise; none is a pass
 * @param skipped why the drill could not be done here, null where it was done
 */
public record Finding(
        String drill,
        String promised,
        String happened,
        @Nullable Tally tally,
        @Nullable Duration answersIn,
        @Nullable Duration completeIn,
        List<String> complaints,
        @Nullable String skipped) {

    static Finding of(Drill drill, String happened, @Nullable Tally tally) {
        return new Finding(drill.name(), drill.promise(), happened, tally, null, null, List.of(), null);
    }

    static Finding skipped(Drill drill, String reason) {
        return new Finding(drill.name(), drill.promise(), "", null, null, null, List.of(), reason);
    }

    Finding recovered(@Nullable Duration answers, @Nullable Duration complete) {
        return new Finding(drill, promised, happened, tally, answers, complete, complaints, skipped);
    }

    /** The same with a complaint where the promise was not kept. */
    Finding expecting(boolean kept, String otherwise) {
        if (kept) {
            return this;
        }
        List<String> more = new ArrayList<>(complaints);
        more.add(otherwise);
        return new Finding(drill, promised, happened, tally, answersIn, completeIn, List.copyOf(more), skipped);
    }

    public boolean hasPassed() {
        return skipped == null && complaints.isEmpty();
    }

    public boolean hasFailed() {
        return !complaints.isEmpty();
    }

    String verdict() {
        return skipped != null ? "SKIPPED" : hasFailed() ? "FAILED" : "PASSED";
    }
}
