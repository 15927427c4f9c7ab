package dk.astra.registration.registration.web;

import dk.astra.contracts.registrations.CancelledBy;
import dk.astra.registration.people.Keys;
import dk.astra.registration.registration.Application;
import dk.astra.registration.registration.CancelRegistration;
import dk.astra.registration.registration.ErasePerson;
import dk.astra.registration.registration.Receipt;
import dk.astra.registration.registration.RecordAttendance;
import dk.astra.registration.registration.Register;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Status;
import dk.astra.web.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Signing up, and what organisers do with registrations. */
@RestController
class RegistrationController {

    record AttendanceRequest(
            @Nullable @Size(max = 10_000) List<@NotNull String> attended,
            @Nullable @Size(max = 10_000) List<@NotNull String> absent) {}

    private final Register register;
    private final CancelRegistration cancellation;
    private final RecordAttendance attendance;
    private final ErasePerson erasure;
    private final ParticipantLists lists;
    private final RequestChecks checks;
    private final Keys keys;
    private final JsonMapper json;

    RegistrationController(
            Register register,
            CancelRegistration cancellation,
            RecordAttendance attendance,
            ErasePerson erasure,
            ParticipantLists lists,
            RequestChecks checks,
            Keys keys,
            JsonMapper json) {
        this.register = register;
        this.cancellation = cancellation;
        this.attendance = attendance;
        this.erasure = erasure;
        this.lists = lists;
        this.checks = checks;
        this.keys = keys;
        this.json = json;
    }

    @PostMapping("/api/registrations")
    @Operation(
            summary = "Signs a person up for a meeting: 201 with a seat (CONFIRMED) or a place in line (WAITLISTED); "
                    + "OFFERED where the mail to the person has to be answered first; "
                    + "200 with the first answer when the same mailbox has a live registration already.")
    ResponseEntity<Views.RegistrationReceipt> register(
            @RequestBody RegistrationRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            HttpServletRequest caller) {
        OfficeChannels.requireMayUse(request.channel(), caller);
        String content = key == null ? "" : keys.fingerprint(json.writeValueAsString(request));
        Application application =
                checks.application(request, IdempotencyKey.of(key, "POST /api/registrations", content));
        Receipt receipt = register.register(application);
        Registration registration = receipt.registration();
        Views.RegistrationReceipt view = new Views.RegistrationReceipt(
                registration.id(),
                registration.meetingId(),
                registration.status(),
                registration.status() == Status.CONFIRMED ? registration.seat() : null,
                receipt.placeInLine(),
                receipt.repeated(),
                receipt.repeated() || registration.isUnconfirmed() ? null : link(registration),
                registration.offeredUntil(),
                registration.isUnconfirmed());
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(view);
    }

    private String link(Registration registration) {
        return keys.absoluteLink(keys.link(registration.id(), registration.linkGeneration()));
    }

    @GetMapping("/api/meetings/{meetingId}/registrations")
    @Operation(summary = "Participants by seat, then the waiting list in order, then the cancelled. Organisers only.")
    Views.Participants participants(
            @PathVariable String meetingId,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "200") int limit) {
        return lists.of(meetingId, status, cursor, limit);
    }

    @PostMapping("/api/registrations/{id}/cancel")
    @Operation(summary = "Cancels a registration on behalf of the office; again the same. Organisers only.")
    Views.ParticipantView cancel(@PathVariable String id) {
        return lists.view(cancellation.cancel(id, CancelledBy.ORGANISER));
    }

    @PostMapping("/api/meetings/{meetingId}/attendance")
    @Operation(summary = "Records who came and who did not; answers how many records changed. Organisers only.")
    Map<String, Integer> attendance(@PathVariable String meetingId, @Valid @RequestBody AttendanceRequest request) {
        int recorded = 0;
        for (String id : request.attended() == null ? List.<String>of() : request.attended()) {
            recorded += attendance.record(meetingId, id, true) ? 1 : 0;
        }
        for (String id : request.absent() == null ? List.<String>of() : request.absent()) {
            recorded += attendance.record(meetingId, id, false) ? 1 : 0;
        }
        return Map.of("recorded", recorded);
    }

    @DeleteMapping("/api/people/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Erases a person in all registrations; counts remain. Administrators only.")
    void erase(@PathVariable String personId) {
        erasure.erase(personId);
    }
}
