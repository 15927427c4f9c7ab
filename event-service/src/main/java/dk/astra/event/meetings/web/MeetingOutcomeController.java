package dk.astra.event.meetings.web;

import static java.util.Objects.requireNonNull;

import dk.astra.contracts.LocalizedText;
import dk.astra.event.meetings.CancelMeeting;
import dk.astra.event.meetings.HoldMeeting;
import dk.astra.web.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ends a meeting: called off, or held. */
@RestController
@RequestMapping("/api/meetings/{id}")
@Tag(name = "Meetings")
class MeetingOutcomeController {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_PEOPLE = 100_000;

    private final CancelMeeting cancelMeeting;
    private final HoldMeeting holdMeeting;
    private final MeetingAnswers answers;
    private final CommandKeys keys;

    MeetingOutcomeController(
            CancelMeeting cancelMeeting, HoldMeeting holdMeeting, MeetingAnswers answers, CommandKeys keys) {
        this.cancelMeeting = cancelMeeting;
        this.holdMeeting = holdMeeting;
        this.answers = answers;
        this.keys = keys;
    }

    record CancellationRequest(@Nullable TextRequest reason) {}

    record AttendanceRequest(
            @Schema(description = "People who came") @Nullable
            Integer attendance) {}

    @PostMapping("/cancel")
    @Operation(
            summary = "Call a meeting off",
            description =
                    "Participants are told the reason. A meeting that is called off already is answered as it is.")
    ResponseEntity<MeetingView> cancel(
            @PathVariable String id,
            @RequestBody CancellationRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String header) {
        return answers.changed("cancel", () -> {
            Fields fields = new Fields();
            LocalizedText reason = fields.localized("reason", request.reason(), LONGEST_REASON);
            fields.throwIfAny();
            return cancelMeeting.cancel(
                    id, requireNonNull(reason), keys.of(header, "POST /api/meetings/" + id + "/cancel", request));
        });
    }

    @PostMapping("/hold")
    @Operation(
            summary = "Record that a meeting took place",
            description = "From the local date of its start on. The same number again is answered as it is.")
    ResponseEntity<MeetingView> hold(
            @PathVariable String id,
            @RequestBody AttendanceRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String header) {
        return answers.changed("hold", () -> {
            Fields fields = new Fields();
            Integer attendance = fields.number("attendance", request.attendance(), 0, MOST_PEOPLE);
            fields.throwIfAny();
            return holdMeeting.hold(
                    id, requireNonNull(attendance), keys.of(header, "POST /api/meetings/" + id + "/hold", request));
        });
    }
}
