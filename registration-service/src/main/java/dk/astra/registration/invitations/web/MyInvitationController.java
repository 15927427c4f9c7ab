package dk.astra.registration.invitations.web;

import dk.astra.registration.invitations.AnswerInvitation;
import dk.astra.registration.invitations.Invitation;
import dk.astra.registration.invitations.InvitationTakenBack;
import dk.astra.registration.invitations.InvitationUnknown;
import dk.astra.registration.invitations.Invitations;
import dk.astra.registration.invitations.Standings;
import dk.astra.registration.invitations.Standings.Standing;
import dk.astra.registration.people.Keys;
import dk.astra.registration.registration.ErasePerson;
import dk.astra.registration.registration.web.PersonalData;
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

/** What the holder of an invitation's link may see and do. The token travels in a header, not in a log. */
@RestController
@RequestMapping("/api/my-invitation")
class MyInvitationController {

    static final String LINK = "X-Invitation-Link";

    record AnswerRequest(@Nullable String answer, @Nullable String note) {}

    private final Invitations invitations;
    private final Standings standings;
    private final AnswerInvitation answers;
    private final PersonalData data;
    private final ErasePerson erasure;
    private final MyInvitationViews views;

    MyInvitationController(
            Invitations invitations,
            Standings standings,
            AnswerInvitation answers,
            PersonalData data,
            ErasePerson erasure,
            MyInvitationViews views) {
        this.invitations = invitations;
        this.standings = standings;
        this.answers = answers;
        this.data = data;
        this.erasure = erasure;
        this.views = views;
    }

    @GetMapping
    @Operation(summary = "The invitation of a personal link, what was answered, and what can be answered now.")
    ResponseEntity<MyInvitationViews.MyInvitationView> see(@RequestHeader(LINK) String token) {
        return answer(standings.of(of(token)));
    }

    @PostMapping("/answer")
    @Operation(
            summary =
                    "Answers YES, NO or NOT_YET, with a note of up to 300 characters. YES registers, with a seat or a "
                            + "place in line; another answer after it cancels, until the deadline. Again the same.")
    ResponseEntity<MyInvitationViews.MyInvitationView> answer(
            @RequestHeader(LINK) String token, @RequestBody AnswerRequest request) {
        return answer(answers.answer(
                of(token), InvitationChecks.answer(request.answer()), InvitationChecks.note(request.note())));
    }

    @GetMapping("/data")
    @Operation(summary = "All that is stored of the person behind the link, at every meeting.")
    ResponseEntity<PersonalData.MyDataView> data(@RequestHeader(LINK) String token) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(data.of(of(token).personId()));
    }

    @PostMapping("/erase")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Erases the person behind the link in all invitations and registrations.")
    void erase(@RequestHeader(LINK) String token) {
        erasure.erase(of(token).personId());
    }

    private ResponseEntity<MyInvitationViews.MyInvitationView> answer(Standing standing) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(views.view(standing));
    }

    /** What was taken back opens nothing any more. */
    private Invitation of(String token) {
        Invitation invitation = invitations.findByLinkHash(Keys.hash(token)).orElseThrow(InvitationUnknown::new);
        if (invitation.isWithdrawn()) {
            throw new InvitationTakenBack();
        }
        return invitation;
    }
}
