package dk.astra.reporting.reach;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.meetings.MeetingStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many were reached by the meetings that begin in a period; the figures are explained at {@link Figure}. */
public record Reach(
        @Schema(description = "confirmed + waitlisted + cancelled")
        long registrations,

        long confirmed,
        long waitlisted,
        long cancelled,

        @Schema(description = "Recorded as present, one by one.")
        long attended,

        @Schema(description = "Registrations whose person is erased; they go on counting above.")
        long erased,

        @Schema(description = "Different people among confirmed and waitlisted.")
        long people,

        @Schema(description = "Different institutions among confirmed and waitlisted.")
        long institutions,

        @Schema(description = "Different municipalities among confirmed and waitlisted.")
        long municipalities,

        @Schema(description = "Meetings still to be held.") long meetingsScheduled,
        long meetingsHeld,
        long meetingsCancelled,

        @Schema(description = "People present, as told when the meetings were marked as held.")
        long attendance,

        Mails mails,

        @Schema(description = "By start; at the end registrations of meetings that are not known yet.")
        List<OfMeeting> byMeeting) {

    /** Mails by what became of them. */
    public record Mails(long sent, long failed, long deferred) {}

    /** One meeting; its rows add up to the figures above. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfMeeting(
            String meetingId,
            LocalizedText title,
            @Nullable MeetingStatus status,
            @Nullable LocalDate startsOn,
            long confirmed,
            long waitlisted,
            long cancelled,
            long attended,

            @Schema(description = "People present; only when held.") @Nullable
            Integer attendance) {}
}
