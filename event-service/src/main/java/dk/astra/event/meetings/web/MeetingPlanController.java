package dk.astra.event.meetings.web;

import static java.util.Objects.requireNonNull;

import dk.astra.contracts.meetings.Venue;
import dk.astra.event.meetings.ChangeCapacity;
import dk.astra.event.meetings.FindMeetings;
import dk.astra.event.meetings.MoveVenue;
import dk.astra.event.meetings.RescheduleMeeting;
import dk.astra.event.meetings.ScheduleMeeting;
import dk.astra.event.meetings.WantedTimes;
import dk.astra.web.IdempotencyKey;
import dk.astra.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Schedules a draft, and changes when, where and for how many a meeting is. */
@RestController
@RequestMapping("/api/meetings/{id}")
@Tag(name = "Meetings")
class MeetingPlanController {

    private final ScheduleMeeting scheduleMeeting;
    private final RescheduleMeeting rescheduleMeeting;
    private final MoveVenue moveVenue;
    private final ChangeCapacity changeCapacity;
    private final FindMeetings findMeetings;
    private final MeetingAnswers answers;
    private final CommandKeys keys;

    MeetingPlanController(
            ScheduleMeeting scheduleMeeting,
            RescheduleMeeting rescheduleMeeting,
            MoveVenue moveVenue,
            ChangeCapacity changeCapacity,
            FindMeetings findMeetings,
            MeetingAnswers answers,
            CommandKeys keys) {
        this.scheduleMeeting = scheduleMeeting;
        this.rescheduleMeeting = rescheduleMeeting;
        this.moveVenue = moveVenue;
        this.changeCapacity = changeCapacity;
        this.findMeetings = findMeetings;
        this.answers = answers;
        this.keys = keys;
    }

    record VenueChangeRequest(@Nullable VenueRequest venue) {}

    record CapacityChangeRequest(
            @Schema(description = "Seats, 1 to 10000") @Nullable
            Integer capacity) {}

    @PostMapping("/schedule")
    @Operation(summary = "Schedule a draft", description = "It is public and open for sign-up from then on.")
    ResponseEntity<MeetingView> schedule(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String header) {
        return answers.changed("schedule", () -> scheduleMeeting.schedule(id, key(header, id, "schedule", "")));
    }

    @PostMapping("/reschedule")
    @Operation(
            summary = "Move a meeting to another time",
            description = "Deadlines that are left out move by as many days as the start.")
    ResponseEntity<MeetingView> reschedule(
            @PathVariable String id,
            @RequestBody TimesRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String header) {
        return answers.changed("reschedule", () -> {
            ZoneId zone = findMeetings
                    .find(id, true)
                    .orElseThrow(NotFound::new)
                    .times()
                    .zone();
            Fields fields = new Fields();
            WantedTimes times = RequestParts.times(fields, null, zone, request, null);
            fields.throwIfAny();
            return rescheduleMeeting.reschedule(id, times, key(header, id, "reschedule", request));
        });
    }

    @PostMapping("/venue")
    @Operation(summary = "Move a meeting to another place")
    ResponseEntity<MeetingView> venue(
            @PathVariable String id,
            @RequestBody VenueChangeRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String header) {
        return answers.changed("venue", () -> {
            Fields fields = new Fields();
            Venue venue = RequestParts.requiredVenue(fields, request.venue());
            fields.throwIfAny();
            return moveVenue.move(id, requireNonNull(venue), key(header, id, "venue", request));
        });
    }

    @PostMapping("/capacity")
    @Operation(
            summary = "Give a meeting more or fewer seats",
            description =
                    "Fewer than confirmed registrations are refused: capacity-below-confirmed, with their number.")
    ResponseEntity<MeetingView> capacity(
            @PathVariable String id,
            @RequestBody CapacityChangeRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String header) {
        return answers.changed("capacity", () -> {
            Fields fields = new Fields();
            Integer seats = fields.number("capacity", request.capacity(), 1, MeetingRequest.MOST_SEATS);
            fields.throwIfAny();
            return changeCapacity.change(id, requireNonNull(seats), key(header, id, "capacity", request));
        });
    }

    private @Nullable IdempotencyKey key(@Nullable String header, String id, String action, Object content) {
        return keys.of(header, "POST /api/meetings/" + id + "/" + action, content);
    }
}
