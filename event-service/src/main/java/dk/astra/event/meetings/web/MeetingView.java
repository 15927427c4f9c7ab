package dk.astra.event.meetings.web;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.Contact;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.contracts.meetings.Need;
import dk.astra.contracts.meetings.ProgrammeItem;
import dk.astra.contracts.meetings.Promotion;
import dk.astra.contracts.meetings.Question;
import dk.astra.contracts.meetings.Venue;
import dk.astra.event.meetings.Meeting;
import dk.astra.event.meetings.MeetingContent;
import dk.astra.event.meetings.MeetingTimes;
import dk.astra.event.meetings.SeatOffers;
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

        @Schema(description = "The meeting's own questions at sign-up, in order")
        List<Question> questions,

        @Schema(description = "What is asked of people's needs")
        List<Need> asksNeeds,

        @Schema(description = "How a freed seat reaches the first in line; DIRECT where it is missing") @Nullable
        Promotion promotion,

        @Schema(description = "How long a freed seat is offered; present with OFFER") @Nullable
        Integer offerHours,

        @Schema(description = "Whether a newcomer has to answer the mail before the seat is theirs")
        boolean confirmsEmail,

        @Schema(description = "How many of the invited have to come") @Nullable
        Integer quorum,

        @Schema(description = "Whether only who was invited can sign up")
        boolean byInvitation) {

    public static MeetingView of(Meeting meeting) {
        MeetingContent content = meeting.content();
        MeetingTimes times = meeting.times();
        SeatOffers offers = content.offers();
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
                content.questionnaire().questions(),
                content.questionnaire().asksNeeds().stream().sorted().toList(),
                offers == null ? null : offers.promotion(),
                offers == null ? null : offers.offerHours(),
                offers != null && offers.confirmsEmail(),
                content.quorum(),
                content.isByInvitation());
    }
}
