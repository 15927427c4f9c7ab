package dk.astra.event.meetings.web;

import static java.util.Objects.requireNonNull;

import dk.astra.event.meetings.Answer;
import dk.astra.event.meetings.ChangeMeeting;
import dk.astra.event.meetings.FindMeetings;
import dk.astra.event.meetings.Proposal;
import dk.astra.event.meetings.ScheduleMeeting;
import dk.astra.web.IdempotencyKey;
import dk.astra.web.InvalidFields;
import dk.astra.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Creates, reads and changes one meeting. */
@RestController
@RequestMapping("/api/meetings")
@Tag(name = "Meetings", description = "What people sign up for")
class MeetingController {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private final ScheduleMeeting scheduleMeeting;
    private final ChangeMeeting changeMeeting;
    private final FindMeetings findMeetings;
    private final MeetingAnswers answers;
    private final CommandKeys keys;
    private final Staff staff;
    private final Clock clock;

    MeetingController(
            ScheduleMeeting scheduleMeeting,
            ChangeMeeting changeMeeting,
            FindMeetings findMeetings,
            MeetingAnswers answers,
            CommandKeys keys,
            Staff staff,
            Clock clock) {
        this.scheduleMeeting = scheduleMeeting;
        this.changeMeeting = changeMeeting;
        this.findMeetings = findMeetings;
        this.answers = answers;
        this.keys = keys;
        this.staff = staff;
        this.clock = clock;
    }

    @PostMapping
    @Operation(
            summary = "Create a meeting",
            description = "As a draft that only organisers see; with schedule=true it is open for sign-up at once.")
    ResponseEntity<MeetingView> create(
            @RequestBody MeetingRequest request,
            @RequestParam(defaultValue = "false") boolean schedule,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String header) {
        return answers.created("create", () -> {
            IdempotencyKey key = keys.of(header, "POST /api/meetings", request, schedule);
            return create(request, schedule, key);
        });
    }

    private Answer create(MeetingRequest request, boolean schedule, @Nullable IdempotencyKey key) {
        return scheduleMeeting.repeated(key).orElseGet(() -> {
            Fields fields = new Fields();
            Proposal proposal = request.read(fields, schedule ? clock.instant() : null);
            fields.throwIfAny();
            return scheduleMeeting.create(requireNonNull(proposal), schedule, key);
        });
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a meeting", description = "Drafts are there for organisers only.")
    ResponseEntity<MeetingView> read(@PathVariable String id) {
        return findMeetings.find(id, staff.isOrganiser()).map(answers::read).orElseThrow(NotFound::new);
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Change a meeting",
            description = "Takes the whole meeting. The time of a scheduled meeting is changed by reschedule. Deadlines"
                    + " that are left out stay. Fewer seats than confirmed registrations are refused. Type, network,"
                    + " title, programme titles and tags are changed in the twins too.")
    ResponseEntity<MeetingView> change(
            @PathVariable String id,
            @RequestBody MeetingRequest request,
            @Parameter(description = "The version that the organiser saw, as in ETag; another one is a conflict")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String seen) {
        return answers.changed("change", () -> {
            Fields fields = new Fields();
            Proposal proposal = request.read(fields, null);
            fields.throwIfAny();
            return changeMeeting.change(id, requireNonNull(proposal), version(seen));
        });
    }

    private static @Nullable Long version(@Nullable String seen) {
        if (seen == null || seen.strip().equals("*")) {
            return null;
        }
        Matcher version = ETAG.matcher(seen.strip());
        if (!version.matches()) {
            throw new InvalidFields(HttpHeaders.IF_MATCH, "not-a-version");
        }
        return Long.valueOf(version.group(1));
    }
}
