package dk.astra.registration.registration.web;

import static dk.astra.registration.registration.web.MyRegistrationController.LINK;

import dk.astra.registration.registration.MoveToTwin;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.TransferRegistration;
import dk.astra.web.FieldProblem;
import dk.astra.web.InvalidFields;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Going to the twin meeting instead, and giving the seat to a colleague. */
@RestController
@RequestMapping("/api/my-registrations")
class HandOnController {

    record MoveRequest(@Nullable String meetingId) {}

    /** Name and address of a colleague; {@code language} is that of the mail. */
    record TransferRequest(
            @Nullable String name,
            @Nullable String email,
            @Nullable String title,
            @Nullable String language) {}

    /** @param link absolute personal link of the registration that goes on */
    record MovedView(Views.MyRegistrationView registration, String link) {}

    private final LinkHolders holders;
    private final MyRegistrationViews views;
    private final MoveToTwin move;
    private final TransferRegistration transfer;
    private final RequestChecks checks;

    HandOnController(
            LinkHolders holders,
            MyRegistrationViews views,
            MoveToTwin move,
            TransferRegistration transfer,
            RequestChecks checks) {
        this.holders = holders;
        this.views = views;
        this.move = move;
        this.transfer = transfer;
        this.checks = checks;
    }

    @PostMapping("/move")
    @Operation(
            summary = "Goes to the twin meeting instead: its seat first, then the one here is freed; again the same. "
                    + "409 twin-full changes nothing.")
    ResponseEntity<MovedView> move(@RequestHeader(LINK) String token, @RequestBody MoveRequest request) {
        String twin = request.meetingId();
        if (twin == null || twin.isBlank()) {
            throw new InvalidFields(List.of(new FieldProblem("meetingId", "required")));
        }
        Registration moved = move.move(holders.of(token), twin.strip());
        return ResponseEntity.ok(new MovedView(views.view(moved), views.link(moved)));
    }

    @PostMapping("/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Gives the seat to a colleague, who gets a link of their own; this link opens nothing any more "
                    + "(410 seat-handed-over).")
    void transfer(@RequestHeader(LINK) String token, @RequestBody TransferRequest request) {
        Registration registration = holders.of(token);
        transfer.transfer(
                registration, checks.colleague(request.name(), request.email(), request.title(), request.language()));
    }
}
