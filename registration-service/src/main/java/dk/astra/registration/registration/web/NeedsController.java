package dk.astra.registration.registration.web;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the kitchen and the house need to know. */
@RestController
class NeedsController {

    private final NeedsViews views;

    NeedsController(NeedsViews views) {
        this.views = views;
    }

    @GetMapping("/api/meetings/{meetingId}/needs")
    @Operation(
            summary =
                    "Food and access of those who have a seat: how many per code, and the short texts, without names; "
                            + "gone seven days after the meeting. Organisers only.")
    ResponseEntity<NeedsViews.NeedsOfMeeting> needs(@PathVariable String meetingId) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(views.ofMeeting(meetingId));
    }
}
