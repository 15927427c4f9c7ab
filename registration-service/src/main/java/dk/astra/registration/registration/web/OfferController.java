package dk.astra.registration.registration.web;

import static dk.astra.registration.registration.web.MyRegistrationController.LINK;

import dk.astra.registration.registration.AcceptOffer;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.WaitAtBoth;
import dk.astra.web.FieldProblem;
import dk.astra.web.InvalidFields;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Taking a seat that is offered, and waiting at both twin meetings; an offer is declined by cancelling. */
@RestController
@RequestMapping("/api/my-registrations")
class OfferController {

    record EitherRequest(@Nullable String meetingId) {}

    private final LinkHolders holders;
    private final MyRegistrationViews views;
    private final AcceptOffer acceptance;
    private final WaitAtBoth both;

    OfferController(LinkHolders holders, MyRegistrationViews views, AcceptOffer acceptance, WaitAtBoth both) {
        this.holders = holders;
        this.views = views;
        this.acceptance = acceptance;
        this.both = both;
    }

    @PostMapping("/accept")
    @Operation(
            summary = "Takes the offered seat, which also confirms the mailbox; again the same. "
                    + "409 offer-over when it was too late, 409 no-offer while waiting in line.")
    ResponseEntity<Views.MyRegistrationView> accept(@RequestHeader(LINK) String token) {
        return views.answer(acceptance.accept(holders.of(token)));
    }

    @PostMapping("/either")
    @Operation(
            summary = "Waits at the twin meeting too, with the same answers; whichever gets a seat first is kept. "
                    + "Again the same.")
    ResponseEntity<HandOnController.MovedView> either(
            @RequestHeader(LINK) String token, @RequestBody EitherRequest request) {
        String twin = request.meetingId();
        if (twin == null || twin.isBlank()) {
            throw new InvalidFields(List.of(new FieldProblem("meetingId", "required")));
        }
        Registration joined = both.join(holders.of(token), twin.strip());
        return ResponseEntity.ok(new HandOnController.MovedView(views.view(joined), views.link(joined)));
    }
}
