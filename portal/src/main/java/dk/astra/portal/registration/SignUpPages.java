package dk.astra.portal.registration;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.meetings.Campaign;
import dk.astra.portal.site.FormProblems;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Form, check answers, send. Once something is typed no page here fails because a service is away: every
 * answer goes back to the reader, to be sent again with the same idempotency key.
 */
@Controller
@RequestMapping("/arrangementer/{id}")
class SignUpPages {

    private static final Logger log = LoggerFactory.getLogger(SignUpPages.class);

    private final SeenMeetings meetings;
    private final Reference reference;
    private final SignUpLimit limit;
    private final SignUpChecks checks;
    private final SignUpViews views;
    private final SendSignUp sending;

    SignUpPages(
            SeenMeetings meetings,
            Reference reference,
            SignUpLimit limit,
            SignUpChecks checks,
            SignUpViews views,
            SendSignUp sending) {
        this.meetings = meetings;
        this.reference = reference;
        this.limit = limit;
        this.checks = checks;
        this.views = views;
        this.sending = sending;
    }

    /** @param kampagne what {@code c} was called first */
    @GetMapping("/tilmelding")
    String form(
            @PathVariable String id,
            @RequestParam(name = Campaign.PARAMETER, required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String kampagne,
            @RequestParam(name = Campaign.VIA, required = false) @Nullable String via,
            Model model) {
        Campaign campaign = Campaign.of(code == null ? kampagne : code, via);
        SignUp signUp = new SignUp(id, meetings.find(id), SignUpForm.empty(campaign), Given.NOTHING);
        if (signUp.isForInvitedOnly()) {
            return views.invitedOnly(signUp, model);
        }
        if (signUp.meeting() != null && !meetings.isOpen(signUp.meeting())) {
            return "redirect:" + campaign.on(signUp.meetingPath()); // which says why not
        }
        return views.form(signUp, List.of(), new FormProblems(), Step.EDIT, model);
    }

    /** @param step which button was pressed */
    @PostMapping("/tilmelding")
    String answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String step,
            @ModelAttribute("form") SignUpForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Step pressed = Step.of(step);
        Given given = Given.of(request);
        SignUp remembered = new SignUp(id, meetings.remembered(id).orElse(null), form, given);
        Duration wait = limit.claim(request.getRemoteAddr(), id, pressed);
        if (wait.isPositive()) {
            log.info("one client presses {} too often for meeting {}", pressed, id);
            return views.again(remembered, repeated(pressed), Delay.limited(wait), model, response);
        }
        SignUp signUp = new SignUp(id, meetings.findIfPossible(id).orElse(null), form, given);
        if (signUp.isForInvitedOnly()) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return views.invitedOnly(signUp, model);
        }
        return switch (pressed) {
            case FIND, EDIT -> views.form(signUp, found(form, model), new FormProblems(), pressed, model);
            case WAIT -> views.again(signUp, Step.SEND, Delay.chosen(), model, response);
            case CHECK -> check(signUp, model, response);
            case SEND -> send(signUp, model, request, response);
        };
    }

    /** Where a sign-up ends that our own door had no time for: nobody is asked, nothing is lost. */
    @PostMapping("/tilmelding/travlt")
    String busy(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String step,
            @ModelAttribute("form") SignUpForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        SignUp signUp = new SignUp(id, meetings.remembered(id).orElse(null), form, Given.of(request));
        return views.again(signUp, repeated(Step.of(step)), Delay.busy(), model, response);
    }

    private String check(SignUp signUp, Model model, HttpServletResponse response) {
        List<Institution> found = found(signUp.form());
        FormProblems problems = checks.check(signUp, found);
        return problems.isEmpty() ? views.check(signUp, model) : wrong(signUp, found, problems, model, response);
    }

    private String send(SignUp signUp, Model model, HttpServletRequest request, HttpServletResponse response) {
        SignUpForm form = signUp.form();
        // the register is not needed to send a choice that was made
        List<Institution> found = form.hasInstitution() ? List.of() : found(form);
        FormProblems problems = checks.check(signUp, found);
        if (!problems.isEmpty()) {
            return wrong(signUp, found, problems, model, response);
        }
        try {
            if (sending.send(signUp, request, response)) {
                return "redirect:" + signUp.receiptPath();
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            return views.form(signUp.anew(), found, checks.cancelled(), Step.EDIT, model);
        } catch (HttpClientErrorException refusal) {
            response.setStatus(refusal.getStatusCode().value());
            return views.form(signUp, found, checks.refused(signUp, Problem.of(refusal)), Step.EDIT, model);
        } catch (NeighbourUnavailable away) {
            return views.again(signUp, Step.SEND, Delay.of(away), model, response);
        }
    }

    private List<Institution> found(SignUpForm form, Model model) {
        return reference.institutions(form.institutionQuery(), () -> model.addAttribute("schoolAway", true));
    }

    private List<Institution> found(SignUpForm form) {
        return reference.institutions(form.institutionQuery());
    }

    private String wrong(
            SignUp signUp, List<Institution> found, FormProblems problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return views.form(signUp, found, problems, Step.CHECK, model);
    }

    /** Who waits to send goes on to send. */
    private static Step repeated(Step pressed) {
        return pressed == Step.WAIT ? Step.SEND : pressed;
    }
}
