package dk.astra.registration.registration.web;

import dk.astra.registration.needs.GivenNeeds;
import dk.astra.registration.registration.CancelRegistration;
import dk.astra.registration.registration.ChangeAnswers;
import dk.astra.registration.registration.ChangeNeeds;
import dk.astra.registration.registration.Registration;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Min tilmelding: what the holder of a personal link may see and do. The token travels in a header, not in a log. */
@RestController
@RequestMapping("/api/my-registrations")
class MyRegistrationController {

    static final String LINK = "X-Registration-Link";

    private final LinkHolders holders;
    private final MyRegistrationViews views;
    private final CancelRegistration cancellation;
    private final ChangeAnswers changes;
    private final ChangeNeeds needs;
    private final RequestChecks checks;

    MyRegistrationController(
            LinkHolders holders,
            MyRegistrationViews views,
            CancelRegistration cancellation,
            ChangeAnswers changes,
            ChangeNeeds needs,
            RequestChecks checks) {
        this.holders = holders;
        this.views = views;
        this.cancellation = cancellation;
        this.changes = changes;
        this.needs = needs;
        this.checks = checks;
    }

    @GetMapping
    @Operation(summary = "The registration of a personal link, with status, seat or place in line, and the answers.")
    ResponseEntity<Views.MyRegistrationView> see(@RequestHeader(LINK) String token) {
        return views.answer(holders.of(token));
    }

    @PatchMapping
    @Operation(summary = "Corrects answers; absent fields stay. The e-mail cannot be changed.")
    ResponseEntity<Views.MyRegistrationView> change(
            @RequestHeader(LINK) String token, @RequestBody ChangeRequest request) {
        Registration registration = holders.of(token);
        Registration changed =
                changes.change(registration, checks.answers(request, registration, LinkHolders.contact(registration)));
        GivenNeeds given = RequestChecks.needs(request);
        if (given != null) {
            needs.change(changed, given);
        }
        return views.answer(changed);
    }

    @PostMapping("/cancel")
    @Operation(summary = "Gives the seat or the place in line up; again the same. After the deadline refused (409).")
    ResponseEntity<Views.MyRegistrationView> cancel(@RequestHeader(LINK) String token) {
        return views.answer(cancellation.byParticipant(holders.of(token)));
    }
}
