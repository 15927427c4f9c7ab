package dk.astra.registration.registration.web;

import static dk.astra.registration.registration.web.MyRegistrationController.LINK;

import dk.astra.registration.registration.ErasePerson;
import dk.astra.registration.registration.LinkUnknown;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.SendLinks;
import io.swagger.v3.oas.annotations.Operation;
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

    private final LinkHolders holders;
    private final PersonalData data;
    private final ErasePerson erasure;
    private final SendLinks links;
    private final RequestChecks checks;

    MyDataController(
            LinkHolders holders, PersonalData data, ErasePerson erasure, SendLinks links, RequestChecks checks) {
        this.holders = holders;
        this.data = data;
        this.erasure = erasure;
        this.links = links;
        this.checks = checks;
    }

    @GetMapping("/data")
    @Operation(summary = "All that is stored of the person behind a personal link, at every meeting.")
    ResponseEntity<PersonalData.MyDataView> data(@RequestHeader(LINK) String token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(data.of(person(token)));
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
