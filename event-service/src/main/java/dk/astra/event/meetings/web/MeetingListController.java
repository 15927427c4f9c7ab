package dk.astra.event.meetings.web;

import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.event.meetings.FindMeetings;
import dk.astra.event.meetings.FindMeetings.Page;
import dk.astra.event.meetings.FindMeetings.Place;
import dk.astra.event.meetings.Meeting;
import dk.astra.event.meetings.MeetingFilter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists meetings. */
@RestController
@Tag(name = "Meetings")
class MeetingListController {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST_AT_ONCE = 200;
    private static final int LONGEST_SEARCH = 200;

    private final FindMeetings findMeetings;
    private final Staff staff;

    MeetingListController(FindMeetings findMeetings, Staff staff) {
        this.findMeetings = findMeetings;
        this.staff = staff;
    }

    /**
     * A part of the list.
     *
     * @param next null at the end
     */
    record ListView(
            List<MeetingView> items,

            @Schema(description = "Give it as cursor for what comes after; null at the end") @Nullable
            String next) {}

    /** What a reader can ask for, as text, so that all that is wrong is told at once. */
    record ListRequest(
            @Parameter(schema = @Schema(implementation = Network.class)) @Nullable
            String network,

            @Parameter(schema = @Schema(implementation = Side.class)) @Nullable
            String side,

            @Parameter(schema = @Schema(implementation = MeetingFormat.class)) @Nullable
            String format,

            @Parameter(description = "Month of the start", example = "2027-04") @Nullable
            String month,

            @Parameter(
                    description = "Words that all occur in title, texts, programme, tags or place, in either language")
            @Nullable
            String q,

            @Parameter(
                    description = "SCHEDULED, CANCELLED, HELD, ALL (these three), or DRAFT (organisers). Scheduled and"
                            + " cancelled where it is left out")
            @Nullable
            String status,

            @Parameter(
                    description = "First day, for example 0001-01-01 for all. Left out: what is not over; held ones"
                            + " alone and drafts whenever they are")
            @Nullable
            String from,

            @Parameter(description = "next of the part before") @Nullable
            String cursor,

            @Parameter(description = "1 to 200; 50 where it is left out") @Nullable
            String limit) {}

    /** What {@code status} may be. */
    enum Shown {
        SCHEDULED(Set.of(Meeting.Status.SCHEDULED)),
        CANCELLED(Set.of(Meeting.Status.CANCELLED)),
        HELD(Set.of(Meeting.Status.HELD)),
        ALL(MeetingFilter.PUBLIC),
        DRAFT(MeetingFilter.DRAFTS);

        private final Set<Meeting.Status> states;

        Shown(Set<Meeting.Status> states) {
            this.states = states;
        }
    }

    @GetMapping("/api/meetings")
    @Operation(
            summary = "List meetings by their start",
            description = "Drafts are listed for organisers, by themselves.")
    ResponseEntity<ListView> list(@org.springdoc.core.annotations.ParameterObject ListRequest request) {
        Fields fields = new Fields();
        Shown shown = fields.oneOf("status", request.status(), Shown.class);
        MeetingFilter filter = new MeetingFilter(
                fields.oneOf("network", request.network(), Network.class),
                fields.oneOf("side", request.side(), Side.class),
                fields.oneOf("format", request.format(), MeetingFormat.class),
                read(fields, "month", request.month(), YearMonth::parse),
                searched(fields, request.q()),
                shown == null ? MeetingFilter.UPCOMING : shown.states,
                read(fields, "from", request.from(), LocalDate::parse));
        Place after = read(fields, "cursor", request.cursor(), MeetingListController::place);
        int limit = limit(fields, request.limit());
        fields.throwIfAny();
        if (shown == Shown.DRAFT) {
            staff.requireOrganiser();
        }
        Page page = findMeetings.list(filter, after, limit);
        Place last = page.last();
        ListView view =
                new ListView(page.items().stream().map(MeetingView::of).toList(), last == null ? null : cursor(last));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (shown != Shown.DRAFT) {
            answer.eTag(tag(page)).cacheControl(CacheControl.noCache());
        }
        return answer.body(view);
    }

    private static String searched(Fields fields, @Nullable String text) {
        if (text != null && text.length() > LONGEST_SEARCH) {
            fields.reject("q", "too-long", Integer.toString(LONGEST_SEARCH));
        }
        return text == null ? "" : text;
    }

    private static int limit(Fields fields, @Nullable String text) {
        Integer limit = read(fields, "limit", text, Integer::valueOf);
        if (limit == null) {
            return USUAL_LIMIT;
        }
        fields.number("limit", limit, 1, MOST_AT_ONCE);
        return limit;
    }

    private static <T> @Nullable T read(
            Fields fields, String field, @Nullable String text, Function<String, T> reader) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reader.apply(text.strip());
        } catch (DateTimeException | IllegalArgumentException e) {
            fields.reject(field, "invalid-value");
            return null;
        }
    }

    private static String cursor(Place place) {
        String text = place.start() + " " + place.meetingId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(String cursor) {
        String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new Place(Instant.parse(parts[0]), parts[1]);
    }

    /** The same meetings in the same versions are the same list. */
    private static String tag(Page page) {
        CRC32 sum = new CRC32();
        for (Meeting meeting : page.items()) {
            sum.update((meeting.id() + ":" + meeting.version() + " ").getBytes(StandardCharsets.UTF_8));
        }
        return page.items().size() + "-" + Long.toHexString(sum.getValue()) + (page.last() == null ? "" : "-more");
    }
}
