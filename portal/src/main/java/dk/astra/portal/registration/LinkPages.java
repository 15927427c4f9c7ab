package dk.astra.portal.registration;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.site.FormLanguage;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** Sends a person's links by mail, without telling a stranger whether there are any. */
@Controller
@RequestMapping("/mine-links")
class LinkPages {

    private static final Logger log = LoggerFactory.getLogger(LinkPages.class);
    private static final Set<String> FIELDS = Set.of("email");
    private static final String COUNTED_AS = "links";

    private final Registrations registrations;
    private final SignUpLimit limit;
    private final Wording wording;

    LinkPages(Registrations registrations, SignUpLimit limit, Wording wording) {
        this.registrations = registrations;
        this.limit = limit;
        this.wording = wording;
    }

    @GetMapping
    String links(Model model) {
        return page("", new FormProblems(), model);
    }

    /**
     * The same page whoever the mailbox belongs to.
     *
     * @param step {@code ret} where only the language is changed
     * @param website no person sees this field; what fills it is a machine
     */
    @PostMapping
    String send(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String website,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        FormProblems problems = new FormProblems();
        if (!step.equals(FormLanguage.BACK)) {
            Duration wait = limit.claim(request.getRemoteAddr(), COUNTED_AS, Step.SEND);
            problems = wait.isPositive() ? tooOften(wait, response) : ask(email.strip(), website, response);
            model.addAttribute("sent", problems.isEmpty());
        }
        return page(email, problems, model);
    }

    private FormProblems tooOften(Duration wait, HttpServletResponse response) {
        Delay delay = Delay.limited(wait);
        log.info("one client asks for links too often");
        response.setStatus(delay.status());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(delay.seconds()));
        return new FormProblems().add(wording.say("links.limited", delay.seconds()));
    }

    private FormProblems ask(String email, String website, HttpServletResponse response) {
        if (!website.isBlank()) {
            log.info("a machine asked for links");
            return new FormProblems();
        }
        try {
            registrations.links(email);
            return new FormProblems();
        } catch (HttpClientErrorException refusal) {
            response.setStatus(refusal.getStatusCode().value());
            return FormProblems.of(Problem.of(refusal), field -> field, FIELDS, wording.say("error.refused"));
        } catch (NeighbourUnavailable away) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return new FormProblems().add(wording.say("error.system"));
        }
    }

    private static String page(String email, FormProblems problems, Model model) {
        model.addAttribute("problems", problems);
        model.addAttribute("email", email);
        model.addAttribute("languageForm", FormLanguage.ofOnePage());
        return "mine-links";
    }
}
