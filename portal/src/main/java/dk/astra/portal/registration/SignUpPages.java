package dk.astra.portal.registration;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Meetings;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** Form, check answers, send, receipt. */
@Controller
@RequestMapping("/arrangementer/{id}")
class SignUpPages {

    private static final Logger log = LoggerFactory.getLogger(SignUpPages.class);
    static final List<String> ROLES = List.of(
            "TEACHER",
            "RESOURCE_PERSON",
            "SCIENCE_ADVISER",
            "SCIENCE_COORDINATOR",
            "NATURAL_SCIENCE_COORDINATOR",
            "MUNICIPAL_REPRESENTATIVE",
            "POLITICIAN",
            "LEADER",
            "OTHER");

    private final Meetings meetings;
    private final Registrations registrations;
    private final Reference reference;
    private final SignUpChecks checks;
    private final ReceiptCookie receipts;
    private final Wording wording;

    SignUpPages(
            Meetings meetings,
            Registrations registrations,
            Reference reference,
            SignUpChecks checks,
            ReceiptCookie receipts,
            Wording wording) {
        this.meetings = meetings;
        this.registrations = registrations;
        this.reference = reference;
        this.checks = checks;
        this.receipts = receipts;
        this.wording = wording;
    }

    @GetMapping("/tilmelding")
    String form(@PathVariable String id, @RequestParam(required = false) @Nullable String kampagne, Model model) {
        String campaign = kampagne != null && kampagne.matches("[A-Za-z0-9._-]{1,60}") ? kampagne : null;
        return form(meeting(id), SignUpForm.empty(campaign), List.of(), new FormProblems(), model);
    }

    /** @param step which button was pressed */
    @PostMapping("/tilmelding")
    String answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "tjek") String step,
            @ModelAttribute("form") SignUpForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Meeting meeting = meeting(id);
        List<Institution> found = reference.institutions(form.institutionQuery());
        if (step.equals("find")) {
            model.addAttribute("searched", true);
            return form(meeting, form, found, new FormProblems(), model);
        }
        if (step.equals("ret")) {
            return form(meeting, form, found, new FormProblems(), model);
        }
        FormProblems problems = checks.check(form, found);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return form(meeting, form, found, problems, model);
        }
        if (!step.equals("send")) {
            model.addAttribute("meeting", meeting);
            model.addAttribute("form", form);
            model.addAttribute("institution", institution(form, found));
            model.addAttribute("municipality", reference.municipality(form.municipalityCode()));
            return "tjek-svar";
        }
        return send(meeting, form, found, model, request, response);
    }

    private String send(
            Meeting meeting,
            SignUpForm form,
            List<Institution> found,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String receiptPath = "/arrangementer/" + meeting.id() + "/kvittering";
        if (form.isFromMachine()) {
            log.info("a machine filled the form of meeting {}", meeting.id());
            return "redirect:" + receiptPath;
        }
        try {
            Receipt receipt = registrations.register(meeting.id(), form, wording.language());
            receipts.write(ReceiptCookie.Content.of(receipt, form.email()), receiptPath, request, response);
            return "redirect:" + receiptPath;
        } catch (HttpClientErrorException refusal) {
            Problem problem = Problem.of(refusal);
            response.setStatus(refusal.getStatusCode().value());
            return form(meeting, form, found, checks.refused(problem), model);
        } catch (NeighbourUnavailable away) {
            log.warn("no answer from registration-service to a registration for meeting {}", meeting.id());
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("resend", true);
            return form(meeting, form, found, new FormProblems().add(wording.say("error.system")), model);
        }
    }

    @GetMapping("/kvittering")
    String receipt(@PathVariable String id, Model model, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("meeting", meeting(id));
        receipts.read(request).ifPresent(content -> model.addAttribute("receipt", content));
        return "kvittering";
    }

    private String form(Meeting meeting, SignUpForm form, List<Institution> found, FormProblems problems, Model model) {
        model.addAttribute("meeting", meeting);
        model.addAttribute("form", form);
        model.addAttribute("found", found);
        model.addAttribute("problems", problems);
        model.addAttribute("municipalities", reference.municipalities());
        model.addAttribute("roles", ROLES);
        return "tilmelding";
    }

    private static String institution(SignUpForm form, List<Institution> found) {
        return found.stream()
                .filter(institution -> institution.number().equals(form.institutionNumber()))
                .map(Institution::name)
                .findFirst()
                .orElse(form.institutionNumber().isEmpty() ? form.institutionName() : form.institutionNumber());
    }

    private Meeting meeting(String id) {
        return meetings.find(id).orElseThrow(NotFound::new);
    }
}
