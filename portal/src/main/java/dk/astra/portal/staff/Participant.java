package dk.astra.portal.staff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A registration as organisers see it. */
public record Participant(
        String registrationId,
        String status,
        @Nullable Integer seat,
        @Nullable Integer placeInLine,
        @Nullable String name,
        @Nullable String email,
        @Nullable String title,
        @Nullable String institutionNumber,
        @Nullable String institutionName,
        @Nullable String municipalityCode,
        @Nullable String role,
        @Nullable String comment,
        @Nullable String channel,
        @Nullable Boolean attended,
        @Nullable Map<String, String> answers,
        @Nullable Instant offeredUntil,
        @Nullable Boolean unnamed,
        @Nullable List<String> missingAnswers,
        @Nullable Boolean waitsTogether) {

    /** A place of a group; name and address are its leader's. */
    public boolean isUnnamed() {
        return Boolean.TRUE.equals(unnamed);
    }

    /** Whether there are questions that have to be answered and are not. */
    public boolean lacksAnswers() {
        return missingAnswers != null && !missingAnswers.isEmpty();
    }

    /** Gets a seat when there is one for everybody of the group. */
    public boolean isTogether() {
        return Boolean.TRUE.equals(waitsTogether);
    }

    public boolean isConfirmed() {
        return status.equals("CONFIRMED");
    }

    /** A seat is kept until the person has answered. */
    public boolean isOffered() {
        return status.equals("OFFERED");
    }

    public boolean isWaiting() {
        return status.equals("WAITLISTED");
    }

    public boolean isCancelled() {
        return status.equals("CANCELLED");
    }

    /** Until somebody says otherwise, who has a seat is expected to have come. */
    public boolean isThere() {
        return !Boolean.FALSE.equals(attended);
    }
}
