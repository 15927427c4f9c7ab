package dk.astra.registration.groups.web;

import dk.astra.registration.groups.Group;
import dk.astra.registration.groups.GroupLinks;
import dk.astra.registration.groups.SignUpGroup;
import dk.astra.registration.groups.web.GroupRequest.PersonRequest;
import dk.astra.registration.people.Keys;
import dk.astra.registration.registration.Application;
import dk.astra.registration.registration.CancelRegistration;
import dk.astra.registration.registration.Contact;
import dk.astra.registration.registration.GroupSeats;
import dk.astra.registration.registration.LinkUnknown;
import dk.astra.registration.registration.NamePlace;
import dk.astra.registration.registration.PlaceGone;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.web.OfficeChannels;
import dk.astra.web.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Signing several people up, and what their leader may see and do. The token travels in a header, not in a log. */
@RestController
class GroupController {

    static final String LINK = "X-Group-Link";

    private final SignUpGroup signUp;
    private final GroupLinks links;
    private final GroupSeats seats;
    private final NamePlace naming;
    private final CancelRegistration cancellation;
    private final GroupViews views;
    private final GroupChecks checks;
    private final Keys keys;
    private final JsonMapper json;

    GroupController(
            SignUpGroup signUp,
            GroupLinks links,
            GroupSeats seats,
            NamePlace naming,
            CancelRegistration cancellation,
            GroupViews views,
            GroupChecks checks,
            Keys keys,
            JsonMapper json) {
        this.signUp = signUp;
        this.links = links;
        this.seats = seats;
        this.naming = naming;
        this.cancellation = cancellation;
        this.views = views;
        this.checks = checks;
        this.keys = keys;
        this.json = json;
    }

    @PostMapping("/api/groups")
    @Operation(
            summary =
                    "Signs up to 20 people up at once, named or not: all get a seat or nobody (fit ALL), or as many as "
                            + "fit (AS_MANY_AS_FIT), the rest in line (rest WAIT) or not at all (LEAVE). 409 group-does-not-fit "
                            + "tells the seats left and changes nothing.")
    ResponseEntity<GroupViews.GroupView> signUp(
            @RequestBody GroupRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            HttpServletRequest caller) {
        OfficeChannels.requireMayUse(request.channel(), caller);
        String content = key == null ? "" : keys.fingerprint(json.writeValueAsString(request));
        Group group = signUp.signUp(checks.application(request, IdempotencyKey.of(key, "POST /api/groups", content)));
        return answer(HttpStatus.CREATED, group);
    }

    @GetMapping("/api/my-groups")
    @Operation(summary = "The list of a group's link: each place with its status.")
    ResponseEntity<GroupViews.GroupView> see(@RequestHeader(LINK) String token) {
        return answer(HttpStatus.OK, links.of(token));
    }

    @PostMapping("/api/my-groups/places/{number}/name")
    @Operation(
            summary = "Names the person of a place, who gets a confirmation and a link of their own; the same person "
                    + "again changes nothing.")
    ResponseEntity<GroupViews.GroupView> name(
            @RequestHeader(LINK) String token, @PathVariable String number, @RequestBody PersonRequest person) {
        Group group = links.of(token);
        Contact leader = leader(group);
        Application named = checks.person(person, group.meetingId(), leader.language());
        Contact contact = named.contact();
        naming.name(
                place(group, number),
                new Contact(
                        contact.name(),
                        contact.email(),
                        contact.title(),
                        leader.institutionName(),
                        contact.language(),
                        contact.answers(),
                        null),
                named.role());
        return answer(HttpStatus.OK, group);
    }

    @PostMapping("/api/my-groups/places/{number}/cancel")
    @Operation(summary = "Gives a place up; again the same. After the deadline refused (409).")
    ResponseEntity<GroupViews.GroupView> cancel(@RequestHeader(LINK) String token, @PathVariable String number) {
        Group group = links.of(token);
        cancellation.byLeader(place(group, number), group.id(), group.leaderId());
        return answer(HttpStatus.OK, group);
    }

    private static Contact leader(Group group) {
        Contact leader = group.leader();
        if (leader == null) {
            throw new LinkUnknown();
        }
        return leader;
    }

    private Registration place(Group group, String number) {
        return seats.of(group.id()).stream()
                .filter(place -> Integer.toString(place.groupPlace()).equals(number))
                .findFirst()
                .orElseThrow(PlaceGone::new);
    }

    /** Never kept by a cache on the way. */
    private ResponseEntity<GroupViews.GroupView> answer(HttpStatus status, Group group) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(views.view(group));
    }
}
