package dk.astra.event.meetings.web;

import static java.util.Objects.requireNonNull;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.Contact;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.contracts.meetings.ProgrammeItem;
import dk.astra.contracts.meetings.Promotion;
import dk.astra.contracts.meetings.Venue;
import dk.astra.event.meetings.MeetingContent;
import dk.astra.event.meetings.Proposal;
import dk.astra.event.meetings.Questionnaire;
import dk.astra.event.meetings.SeatOffers;
import dk.astra.event.meetings.WantedTimes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A meeting as an organiser writes it. Everything is text here, so that all that is wrong can be told at once. */
@Schema(description = "A meeting as an organiser writes it. Times are local to the zone, without offset.")
public record MeetingRequest(
        @Schema(implementation = MeetingType.class) @Nullable
        String type,

        @Schema(implementation = Network.class) @Nullable String network,

        @Schema(implementation = MeetingFormat.class) @Nullable
        String format,

        @Schema(
                implementation = Side.class,
                description = "Required for theme days and regional network meetings that are not online")
        @Nullable
        String side,

        @Nullable TextRequest title,
        @Nullable TextRequest description,
        @Nullable TextRequest audience,
        @Schema(example = "2027-04-28T09:30:00") @Nullable String startsAt,
        @Schema(example = "2027-04-28T15:15:00") @Nullable String endsAt,

        @Schema(description = "Europe/Copenhagen where it is left out", example = "Europe/Copenhagen") @Nullable
        String zone,

        @Schema(description = "Required unless the meeting is online; refused when it is") @Nullable
        VenueRequest venue,

        @Nullable List<@Nullable ProgrammeItemRequest> programme,

        @Schema(
                description = "What the programme shows, for example ABC (Naturvidenskabens ABC)",
                example = "[\"ABC\"]")
        @Nullable
        List<@Nullable String> agendaTags,

        @Nullable ContactRequest contact,

        @Schema(description = "Inclusive. Now where it is left out; what it was when a meeting is changed") @Nullable
        String registrationOpensAt,

        @Schema(description = "Exclusive. Noon two days before the start where it is left out") @Nullable
        String registrationClosesAt,

        @Schema(description = "Until when participants can cancel by themselves. As the closing where it is left out")
        @Nullable
        String cancellationDeadline,

        @Schema(description = "Seats, 1 to 10000", example = "60") @Nullable
        Integer capacity,

        @Schema(description = "The meeting's own questions at sign-up, at most 20; none where they are left out")
        @Nullable
        List<@Nullable QuestionRequest> questions,

        @Schema(description = "DIET where food is served, ACCESS where help can be given; none where it is left out")
        @Nullable
        List<@Nullable String> asksNeeds,

        @Schema(
                implementation = Promotion.class,
                description = "How a freed seat reaches the first in line. DIRECT where it is left out")
        @Nullable
        String promotion,

        @Schema(description = "With OFFER: how long a freed seat is offered, 1 to 168. 48 where it is left out")
        @Nullable
        Integer offerHours,

        @Schema(description = "A newcomer's seat is kept only when the mail to them is answered. False where left out")
        @Nullable
        Boolean confirmsEmail,

        @Schema(description = "How many of the invited have to come, 1 to capacity", example = "7") @Nullable
        Integer quorum,

        @Schema(description = "True where only who was invited can sign up") @Nullable
        Boolean byInvitation) {

    static final int LONGEST_TITLE = 160;
    static final int LONGEST_TEXT = 4000;
    static final int LONGEST_AUDIENCE = 400;
    static final int MOST_SEATS = 10_000;

    /**
     * @param earliestStart what the start must be after; null where it may be over
     * @return null where something is wrong; then the fields know what
     */
    public @Nullable Proposal read(Fields fields, @Nullable Instant earliestStart) {
        MeetingType kind = fields.oneRequired("type", type, MeetingType.class);
        Network forWhom = fields.oneRequired("network", network, Network.class);
        MeetingFormat form = fields.oneRequired("format", format, MeetingFormat.class);
        Side where = fields.oneOf("side", side, Side.class);
        LocalizedText name = fields.localized("title", title, LONGEST_TITLE);
        LocalizedText text = fields.localized("description", description, LONGEST_TEXT);
        LocalizedText whom = fields.localized("audience", audience, LONGEST_AUDIENCE);
        WantedTimes times = RequestParts.times(fields, this, earliestStart);
        Venue place = RequestParts.venue(fields, venue, form);
        List<ProgrammeItem> items = RequestParts.programme(fields, programme);
        Set<String> tags = RequestParts.tags(fields, agendaTags);
        Contact toAsk = RequestParts.contact(fields, contact);
        Integer seats = fields.number("capacity", capacity, 1, MOST_SEATS);
        Questionnaire asked = QuestionParts.questionnaire(fields, questions, asksNeeds);
        Promotion how = fields.oneOf("promotion", promotion, Promotion.class);
        if (offerHours != null) {
            fields.number("offerHours", offerHours, 1, SeatOffers.LONGEST);
        }
        Integer needed = quorum == null ? null : fields.number("quorum", quorum, 1, seats == null ? MOST_SEATS : seats);
        if (where == null && needsSide(kind, form) && !fields.isWrong("side")) {
            fields.reject("side", "required");
        }
        if (fields.hasProblems()) {
            return null;
        }
        return new Proposal(
                new MeetingContent(
                        requireNonNull(kind),
                        requireNonNull(forWhom),
                        requireNonNull(form),
                        where,
                        requireNonNull(name),
                        requireNonNull(text),
                        requireNonNull(whom),
                        place,
                        items,
                        tags,
                        requireNonNull(toAsk),
                        requireNonNull(seats),
                        asked,
                        SeatOffers.of(how, offerHours, confirmsEmail),
                        needed,
                        byInvitation),
                times);
    }

    private static boolean needsSide(@Nullable MeetingType type, @Nullable MeetingFormat format) {
        return format != null
                && format != MeetingFormat.ONLINE
                && (type == MeetingType.THEME_DAY || type == MeetingType.REGIONAL_NETWORK_MEETING);
    }
}
