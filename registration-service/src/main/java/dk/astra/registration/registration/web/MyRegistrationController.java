package dk.astra.registration.registration.web;

import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.people.Keys;
import dk.astra.registration.reference.Registers;
import dk.astra.registration.registration.CancelRegistration;
import dk.astra.registration.registration.ChangeAnswers;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.LinkUnknown;
import dk.astra.registration.registration.PlaceInLine;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Registrations;
import dk.astra.registration.registration.Status;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.CacheControl;
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

    private final Registrations registrations;
    private final KnownMeetings meetings;
    private final CancelRegistration cancellation;
    private final ChangeAnswers changes;
    private final PlaceInLine places;
    private final RequestChecks checks;
    private final Registers registers;

    MyRegistrationController(
            Registrations registrations,
            KnownMeetings meetings,
            CancelRegistration cancellation,
            ChangeAnswers changes,
            PlaceInLine places,
            RequestChecks checks,
            Registers registers) {
        this.registrations = registrations;
        this.meetings = meetings;
        this.cancellation = cancellation;
        this.changes = changes;
        this.places = places;
        this.checks = checks;
        this.registers = registers;
    }

    @GetMapping
    @Operation(summary = "The registration of a personal link, with status, seat or place in line, and the answers.")
    ResponseEntity<Views.MyRegistrationView> see(@RequestHeader(LINK) String token) {
        return answer(holder(token));
    }

    @PatchMapping
    @Operation(summary = "Corrects answers; absent fields stay. The e-mail cannot be changed.")
    ResponseEntity<Views.MyRegistrationView> change(
            @RequestHeader(LINK) String token, @RequestBody ChangeRequest request) {
        Registration registration = holder(token);
        return answer(changes.change(registration, checks.answers(request, registration, contact(registration))));
    }

    @PostMapping("/cancel")
    @Operation(summary = "Gives the seat or the place in line up; again the same. After the deadline refused (409).")
    ResponseEntity<Views.MyRegistrationView> cancel(@RequestHeader(LINK) String token) {
        return answer(cancellation.byParticipant(holder(token)));
    }

    private Registration holder(String token) {
        return registrations
                .findByLinkHash(Keys.hash(token))
                .filter(registration -> registration.contact() != null)
                .orElseThrow(LinkUnknown::new);
    }

    private static Contact contact(Registration registration) {
        Contact contact = registration.contact();
        if (contact == null) {
            throw new LinkUnknown();
        }
        return contact;
    }

    private ResponseEntity<Views.MyRegistrationView> answer(Registration r) {
        Contact contact = contact(r);
        boolean cancellable = meetings.findRecent(r.meetingId())
                .map(meeting -> cancellation.mayCancel(meeting, r))
                .orElse(false);
        Views.MyRegistrationView view = new Views.MyRegistrationView(
                r.id(),
                r.meetingId(),
                r.status(),
                r.status() == Status.CONFIRMED ? r.seat() : null,
                places.of(r),
                contact.name(),
                contact.email(),
                contact.title(),
                r.institutionNumber(),
                registers.nameOf(r.institutionNumber(), contact.institutionName()),
                r.municipalityCode(),
                r.role(),
                contact.language(),
                contact.answers(),
                contact.comment(),
                r.registeredAt(),
                cancellable);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }
}
