package dk.astra.event.meetings.web;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.Contact;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.contracts.meetings.ProgrammeItem;
import dk.astra.contracts.meetings.Venue;
import dk.astra.event.meetings.Meeting;
import dk.astra.event.meetings.MeetingContent;
import dk.astra.event.meetings.MeetingTimes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A meeting as everybody may see it. */
@Schema(description = "A meeting. Times are local to the zone, without offset.")
public record MeetingView(
        String id,

        @Schema(description = "Rises by one with every change; the ETag")
        long version,

        Meeting.Status status,
        MeetingType type,
        Network network,
        MeetingFormat format,
        @Nullable Side side,

        @Schema(description = "Meetings of one series share it") @Nullable
        String seriesId,

        @Schema(description = "Whether the meetings of the series are twins")
        boolean identicalContent,

        @Schema(description = "Ids of the other meetings with the same content")
        List<String> twins,

        LocalizedText title,
        LocalizedText description,
        LocalizedText audience,
        LocalDateTime startsAt,
        LocalDateTime endsAt,

        @Schema(implementation = String.class, example = "Europe/Copenhagen")
        ZoneId zone,

        @Schema(description = "Null for an online meeting") @Nullable
        Venue venue,

        List<ProgrammeItem> programme,
        List<String> agendaTags,
        Contact contact,
        @Schema(description = "Inclusive") LocalDateTime registrationOpensAt,
        @Schema(description = "Exclusive") LocalDateTime registrationClosesAt,

        @Schema(description = "Until when participants can cancel by themselves, exclusive")
        LocalDateTime cancellationDeadline,

        int capacity,

        @Schema(description = "Present when cancelled") @Nullable
        LocalizedText cancellationReason,

        @Schema(description = "People who came; present when held") @Nullable
        Integer attendance,

        @Schema(description = "When this version came to be; missing for one from before this was kept") @Nullable
        Instant changedAt,

        @Schema(description = "How many of the invited have to come") @Nullable
        Integer quorum,

        @Schema(description = "Whether only who was invited can sign up")
        boolean byInvitation) {

    public static MeetingView of(Meeting meeting) {
        MeetingContent content = meeting.content();
        MeetingTimes times = meeting.times();
        return new MeetingView(
                meeting.id(),
                meeting.version(),
                meeting.status(),
                content.type(),
                content.network(),
                content.format(),
                content.side(),
                meeting.seriesId(),
                meeting.hasIdenticalContent(),
                meeting.twins(),
                content.title(),
                content.description(),
                content.audience(),
                times.startsAt(),
                times.endsAt(),
                times.zone(),
                content.venue(),
                content.programme(),
                content.agendaTags().stream().sorted().toList(),
                content.contact(),
                times.registrationOpensAt(),
                times.registrationClosesAt(),
                times.cancellationDeadline(),
                content.capacity(),
                meeting.cancellationReason(),
                meeting.attendance(),
                meeting.changedAt(),
                content.quorum(),
                content.isByInvitation());
    }
}
