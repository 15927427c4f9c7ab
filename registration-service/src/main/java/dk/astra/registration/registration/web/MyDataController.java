package dk.astra.registration.registration.web;

import static dk.astra.registration.registration.web.MyRegistrationController.LINK;

import dk.astra.registration.invitations.web.InvitationViews;
import dk.astra.registration.registration.ErasePerson;
import dk.astra.registration.registration.LinkUnknown;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Registrations;
import dk.astra.registration.registration.SendLinks;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person may ask about their own data: all of it, its deletion, and the links again (GDPR 15, 17 and 20). */
@RestController
@RequestMapping("/api/my-registrations")
class MyDataController {

    record LinksRequest(@Nullable String email) {}

    /** Everything that is stored of the person behind a link, at every meeting. */
    record MyDataView(
            Instant askedAt,
            String personId,
            List<Views.ParticipantView> registrations,
            List<InvitationViews.InvitationView> invitations) {}

    private final LinkHolders holders;
    private final Registrations registrations;
    private final ParticipantLists lists;
    private final InvitationViews invitations;
    private final ErasePerson erasure;
    private final SendLinks links;
    private final RequestChecks checks;
    private final Clock clock;

    MyDataController(
            LinkHolders holders,
            Registrations registrations,
            ParticipantLists lists,
            InvitationViews invitations,
            ErasePerson erasure,
            SendLinks links,
            RequestChecks checks,
            Clock clock) {
        this.holders = holders;
        this.registrations = registrations;
        this.lists = lists;
        this.invitations = invitations;
        this.erasure = erasure;
        this.links = links;
        this.checks = checks;
        this.clock = clock;
    }

    @GetMapping("/data")
    @Operation(summary = "All that is stored of the person behind a personal link, at every meeting.")
    ResponseEntity<MyDataView> data(@RequestHeader(LINK) String token) {
        String personId = person(token);
        MyDataView data = new MyDataView(
                clock.instant(),
                personId,
                registrations.findByPerson(personId).stream().map(lists::view).toList(),
                invitations.ofPerson(personId));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(data);
    }

    @PostMapping("/erase")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Erases the person behind a personal link in all registrations; places at meetings ahead are "
                    + "given up first. The link opens nothing any more.")
    void erase(@RequestHeader(LINK) String token) {
        erasure.erase(person(token));
    }

    @PostMapping("/links")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Sends the links of a mailbox to that mailbox; the answer is the same whoever it belongs to.")
    void links(@RequestBody LinksRequest request) {
        links.to(checks.email(request.email()));
    }

    private String person(String token) {
        Registration registration = holders.of(token);
        String personId = registration.personId();
        if (personId == null) {
            throw new LinkUnknown();
        }
        return personId;
    }
}
