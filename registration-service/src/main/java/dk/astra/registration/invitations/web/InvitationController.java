package dk.astra.registration.invitations.web;

import dk.astra.registration.invitations.Invite;
import dk.astra.registration.invitations.Invitee;
import dk.astra.registration.invitations.RemindInvited;
import dk.astra.registration.invitations.Standings;
import dk.astra.registration.invitations.Standings.Standing;
import dk.astra.registration.invitations.WithdrawInvitation;
import dk.astra.registration.people.Keys;
import dk.astra.web.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What organisers do with invitations. */
@RestController
class InvitationController {

    record InviteRequest(@Nullable List<InvitationChecks.@Nullable PersonRequest> people) {}

    /** What became of one row of the request. */
    record OutcomeView(
            String email, Invite.Outcome outcome, @Nullable String invitationId) {}

    /** In the order of the request. */
    record OutcomesView(List<OutcomeView> items) {}

    record InvitationsView(List<InvitationViews.InvitationView> items, Standings.Summary summary) {}

    /** @param sent false where the person heard from us within a day: nobody is nagged */
    record RemindedView(InvitationViews.InvitationView invitation, boolean sent) {}

    private final Invite invite;
    private final RemindInvited reminders;
    private final WithdrawInvitation withdrawal;
    private final Standings standings;
    private final InvitationViews views;
    private final InvitationChecks checks;
    private final Keys keys;
    private final JsonMapper json;

    InvitationController(
            Invite invite,
            RemindInvited reminders,
            WithdrawInvitation withdrawal,
            Standings standings,
            InvitationViews views,
            InvitationChecks checks,
            Keys keys,
            JsonMapper json) {
        this.invite = invite;
        this.reminders = reminders;
        this.withdrawal = withdrawal;
        this.standings = standings;
        this.views = views;
        this.checks = checks;
        this.keys = keys;
        this.json = json;
    }

    @PostMapping("/api/meetings/{meetingId}/invitations")
    @Operation(
            summary = "Invites up to 200 people, each by a mail with a personal link. Who is invited or registered "
                    + "already is not written to. One bad row refuses all of them. Organisers only.")
    OutcomesView invite(
            @PathVariable String meetingId,
            @RequestBody InviteRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        List<Invitee> invitees = checks.invitees(request.people());
        String content = key == null ? "" : keys.fingerprint(json.writeValueAsString(request));
        IdempotencyKey once = IdempotencyKey.of(key, "POST /api/meetings/" + meetingId + "/invitations", content);
        return new OutcomesView(invite.invite(meetingId, invitees, once).stream()
                .map(one -> new OutcomeView(one.invitee().email(), one.outcome(), one.invitationId()))
                .toList());
    }

    @GetMapping("/api/meetings/{meetingId}/invitations")
    @Operation(summary = "Who is invited, with their answers, and the figures. Organisers only.")
    ResponseEntity<InvitationsView> list(@PathVariable String meetingId) {
        List<Standing> invited = standings.ofMeeting(meetingId);
        InvitationsView view =
                new InvitationsView(invited.stream().map(views::view).toList(), standings.summary(meetingId, invited));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }

    @GetMapping("/api/meetings/{meetingId}/invitations/summary")
    @Operation(summary = "How many are invited, come, do not come, are silent, and whether the quorum is met.")
    Standings.Summary summary(@PathVariable String meetingId) {
        return standings.summary(meetingId);
    }

    @PostMapping("/api/invitations/{id}/withdraw")
    @Operation(
            summary = "Takes an invitation back; its link says so; again the same. 409 invitation-accepted while the "
                    + "person has a registration. Organisers only.")
    InvitationViews.InvitationView withdraw(@PathVariable String id) {
        return views.view(withdrawal.withdraw(id));
    }

    @PostMapping("/api/invitations/{id}/remind")
    @Operation(
            summary = "Reminds one who is silent, once a day at most. 409 invitation-answered for one who said yes "
                    + "or no. Organisers only.")
    RemindedView remind(@PathVariable String id) {
        RemindInvited.Reminded reminded = reminders.remind(id);
        return new RemindedView(views.view(reminded.invitation()), reminded.sent());
    }
}
