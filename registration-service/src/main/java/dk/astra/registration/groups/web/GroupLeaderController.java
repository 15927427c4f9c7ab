package dk.astra.registration.groups.web;

import static dk.astra.registration.groups.web.GroupController.LINK;

import dk.astra.registration.groups.GroupLinks;
import dk.astra.registration.groups.TakeWhatComes;
import dk.astra.registration.registration.ErasePerson;
import dk.astra.registration.registration.web.PersonalData;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a leader decides for the whole group, and about their own data. */
@RestController
@RequestMapping("/api/my-groups")
class GroupLeaderController {

    private final GroupLinks links;
    private final TakeWhatComes parting;
    private final GroupViews views;
    private final PersonalData data;
    private final ErasePerson erasure;

    GroupLeaderController(
            GroupLinks links, TakeWhatComes parting, GroupViews views, PersonalData data, ErasePerson erasure) {
        this.links = links;
        this.parting = parting;
        this.views = views;
        this.data = data;
        this.erasure = erasure;
    }

    @PostMapping("/part")
    @Operation(
            summary = "Those who wait together take the seats that come from now on, each with the number they have; "
                    + "again the same.")
    ResponseEntity<GroupViews.GroupView> part(@RequestHeader(LINK) String token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(views.view(parting.of(links.of(token))));
    }

    @GetMapping("/data")
    @Operation(summary = "All that is stored of the leader behind a group's link.")
    ResponseEntity<PersonalData.MyDataView> data(@RequestHeader(LINK) String token) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(data.of(links.of(token).leaderId()));
    }

    @PostMapping("/erase")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Erases the leader everywhere: places without a person are given up, people who were named keep "
                    + "theirs, the link opens nothing any more.")
    void erase(@RequestHeader(LINK) String token) {
        erasure.erase(links.of(token).leaderId());
    }
}
