package dk.astra.portal.groups;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.groups.GroupFormViews.Typed;
import dk.astra.portal.meetings.Campaign;
import dk.astra.portal.registration.Delay;
import dk.astra.portal.registration.Institution;
import dk.astra.portal.registration.Reference;
import dk.astra.portal.registration.SeenMeetings;
import dk.astra.portal.registration.SignUpLimit;
import dk.astra.portal.registration.Step;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** Several at once: form, check answers, send. What is typed survives errors and outages as in a single sign-up. */
@Controller
@RequestMapping("/arrangementer/{id}/tilmelding/flere")
class GroupFormPages {

    private static final Logger log = LoggerFactory.getLogger(GroupFormPages.class);

    /** Value of {@code step} of the button that gives one more row. */
    private static final String ADD = "tilfoej";

    private final SeenMeetings meetings;
    private final Reference reference;
    private final SignUpLimit limit;
    private final GroupFormChecks checks;
    private final GroupFormViews views;
    private final Groups groups;
    private final Wording wording;

    GroupFormPages(
            SeenMeetings meetings,
            Reference reference,
            SignUpLimit limit,
            GroupFormChecks checks,
            GroupFormViews views,
            Groups groups,
            Wording wording) {
        this.meetings = meetings;
        this.reference = reference;
        this.limit = limit;
        this.checks = checks;
        this.views = views;
        this.groups = groups;
        this.wording = wording;
    }

    @GetMapping
    String form(
            @PathVariable String id,
            @RequestParam(name = Campaign.PARAMETER, required = false) @Nullable String code,
            @RequestParam(name = Campaign.VIA, required = false) @Nullable String via,
            Model model) {
        Campaign campaign = Campaign.of(code, via);
        Typed typed = new Typed(id, meetings.find(id), GroupForm.empty(campaign));
        if (typed.isForInvitedOnly()) {
            return views.invitedOnly(typed, model);
        }
        if (typed.meeting() != null && !meetings.isOpen(typed.meeting())) {
            return "redirect:" + campaign.on(typed.meetingPath()); // which says why not
        }
        return views.form(typed, List.of(), new FormProblems(), Step.EDIT, model);
    }

    /** @param step which button was pressed */
    @PostMapping
    String answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String step,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        GroupForm form = GroupForm.of(request);
        boolean another = step.equals(ADD);
        Step pressed = another ? Step.EDIT : Step.of(step);
        Typed remembered = new Typed(id, meetings.remembered(id).orElse(null), form);
        Duration wait = claim(request.getRemoteAddr(), typedPlaces(pressed, form), id, pressed);
        if (wait.isPositive()) {
            log.info("one client presses {} too often for meeting {}", pressed, id);
            return views.again(remembered, repeated(pressed), Delay.limited(wait), model, response);
        }
        Typed typed = new Typed(id, meetings.findIfPossible(id).orElse(null), another ? form.withAnotherRow() : form);
        if (typed.isForInvitedOnly()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return views.invitedOnly(typed, model);
        }
        return switch (pressed) {
            case FIND, EDIT -> views.form(typed, found(form, model), new FormProblems(), pressed, model);
            case WAIT -> views.again(typed, Step.SEND, Delay.chosen(), model, response);
            case CHECK -> check(typed, model, response);
            case SEND -> send(typed, model, response);
        };
    }

    /** Where a sign-up ends that our own door had no time for: nobody is asked, nothing is lost. */
    @PostMapping("/travlt")
    String busy(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String step,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Typed typed = new Typed(id, meetings.remembered(id).orElse(null), GroupForm.of(request));
        return views.again(typed, repeated(Step.of(step)), Delay.busy(), model, response);
    }

    private String check(Typed typed, Model model, HttpServletResponse response) {
        List<Institution> found = found(typed.form());
        FormProblems problems = checks.check(typed.form(), found);
        return problems.isEmpty() ? views.check(typed, model) : wrong(typed, found, problems, model, response);
    }

    private String send(Typed typed, Model model, HttpServletResponse response) {
        GroupForm form = typed.form();
        List<Institution> found = form.hasInstitution() ? List.of() : found(form);
        FormProblems problems = checks.check(form, found);
        if (!problems.isEmpty()) {
            return wrong(typed, found, problems, model, response);
        }
        if (form.isFromMachine()) {
            log.info("a machine filled the form of meeting {}", typed.meetingId());
            return "redirect:" + typed.meetingPath() + "/kvittering";
        }
        try {
            GroupList list = groups.signUp(typed.meetingId(), form, wording.language());
            return "redirect:/gruppe/" + list.token() + "?ny";
        } catch (HttpClientErrorException refusal) {
            response.setStatus(refusal.getStatusCode().value());
            return views.form(typed, found, checks.refused(Problem.of(refusal), form), Step.EDIT, model);
        } catch (NeighbourUnavailable away) {
            log.warn("no answer from registration-service to a group for meeting {}", typed.meetingId());
            return views.again(typed, Step.SEND, Delay.of(away), model, response);
        }
    }

    /** A group may not be a way around the limit: each place counts as a sign-up. */
    private Duration claim(String address, int places, String id, Step pressed) {
        Duration wait = Duration.ZERO;
        for (int i = 0; i < places && !wait.isPositive(); i++) {
            wait = limit.claim(address, id, pressed);
        }
        return wait;
    }

    private static int typedPlaces(Step pressed, GroupForm form) {
        return pressed == Step.SEND ? Math.clamp(form.size(), 1, GroupForm.MOST) : 1;
    }

    private List<Institution> found(GroupForm form, Model model) {
        return reference.institutions(form.institutionQuery(), () -> model.addAttribute("schoolAway", true));
    }

    private List<Institution> found(GroupForm form) {
        return reference.institutions(form.institutionQuery());
    }

    private String wrong(
            Typed typed, List<Institution> found, FormProblems problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return views.form(typed, found, problems, Step.CHECK, model);
    }

    /** Who waits to send goes on to send. */
    private static Step repeated(Step pressed) {
        return pressed == Step.WAIT ? Step.SEND : pressed;
    }
}
