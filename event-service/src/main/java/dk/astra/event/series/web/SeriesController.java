package dk.astra.event.series.web;

import dk.astra.event.meetings.CommandCounter;
import dk.astra.event.meetings.Meeting;
import dk.astra.event.meetings.Proposal;
import dk.astra.event.meetings.web.CommandKeys;
import dk.astra.event.meetings.web.Fields;
import dk.astra.event.meetings.web.MeetingRequest;
import dk.astra.event.meetings.web.MeetingView;
import dk.astra.event.meetings.web.Staff;
import dk.astra.event.series.FindSeries;
import dk.astra.event.series.ScheduleSeries;
import dk.astra.event.series.ScheduleSeries.Outcome;
import dk.astra.web.IdempotencyKey;
import dk.astra.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Creates and reads series. */
@RestController
@RequestMapping("/api/series")
@Tag(name = "Series", description = "Meetings that belong together, such as East/West twins")
class SeriesController {

    private static final int FEWEST_MEETINGS = 2;
    private static final int MOST_MEETINGS = 20;

    private final ScheduleSeries scheduleSeries;
    private final FindSeries findSeries;
    private final CommandCounter commands;
    private final CommandKeys keys;
    private final Staff staff;
    private final Clock clock;

    SeriesController(
            ScheduleSeries scheduleSeries,
            FindSeries findSeries,
            CommandCounter commands,
            CommandKeys keys,
            Staff staff,
            Clock clock) {
        this.scheduleSeries = scheduleSeries;
        this.findSeries = findSeries;
        this.commands = commands;
        this.keys = keys;
        this.staff = staff;
        this.clock = clock;
    }

    record SeriesRequest(
            @Schema(description = "Twins: type, network, title, programme titles and tags must agree") @Nullable
            Boolean identicalContent,

            @Schema(description = "2 to 20") @Nullable List<@Nullable MeetingRequest> meetings) {}

    record SeriesView(String seriesId, List<MeetingView> meetings) {

        static SeriesView of(String seriesId, List<Meeting> meetings) {
            return new SeriesView(
                    seriesId, meetings.stream().map(MeetingView::of).toList());
        }
    }

    @PostMapping
    @Operation(
            summary = "Create a series of meetings",
            description = "All of them or none. As drafts; with schedule=true they are open for sign-up at once.")
    ResponseEntity<SeriesView> create(
            @RequestBody SeriesRequest request,
            @RequestParam(defaultValue = "false") boolean schedule,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String header) {
        Outcome outcome = commands.count("create-series", Outcome::repeated, () -> {
            IdempotencyKey key = keys.of(header, "POST /api/series", request, schedule);
            return scheduleSeries.repeated(key).orElseGet(() -> create(request, schedule, key));
        });
        return ResponseEntity.created(URI.create("/api/series/" + outcome.seriesId()))
                .body(SeriesView.of(outcome.seriesId(), outcome.meetings()));
    }

    private Outcome create(SeriesRequest request, boolean schedule, @Nullable IdempotencyKey key) {
        Fields fields = new Fields();
        List<@Nullable MeetingRequest> wanted = request.meetings() == null ? List.of() : request.meetings();
        if (wanted.size() < FEWEST_MEETINGS || wanted.size() > MOST_MEETINGS) {
            fields.reject(
                    "meetings", "not-so-many", Integer.toString(FEWEST_MEETINGS), Integer.toString(MOST_MEETINGS));
            fields.throwIfAny();
        }
        Instant earliestStart = schedule ? clock.instant() : null;
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            MeetingRequest meeting = wanted.get(i);
            if (meeting == null) {
                fields.reject("meetings[" + i + "]", "required");
                continue;
            }
            Proposal proposal = meeting.read(fields.below("meetings[" + i + "]"), earliestStart);
            if (proposal != null) {
                proposals.add(proposal);
            }
        }
        fields.throwIfAny();
        return scheduleSeries.create(proposals, Boolean.TRUE.equals(request.identicalContent()), schedule, key);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a series", description = "Drafts are there for organisers only.")
    SeriesView read(@PathVariable String id) {
        List<Meeting> meetings = findSeries.meetings(id, staff.isOrganiser());
        if (meetings.isEmpty()) {
            throw new NotFound();
        }
        return SeriesView.of(id, meetings);
    }
}
