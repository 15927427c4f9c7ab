package dk.astra.portal.registration;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** A person's own data: as a file, deleted, and the links to it by mail. */
@Controller
class MyDataPages {

    private static final Set<String> FIELDS = Set.of("email");

    private final Registrations registrations;
    private final PersonalLink link;
    private final Wording wording;

    MyDataPages(Registrations registrations, PersonalLink link, Wording wording) {
        this.registrations = registrations;
        this.link = link;
        this.wording = wording;
    }

    @GetMapping("/min/{token}/data")
    ResponseEntity<byte[]> data(@PathVariable String token) {
        if (!PersonalLink.wellFormed(token)) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("mine-oplysninger.json")
                                .build()
                                .toString())
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(registrations.data(token));
    }

    @GetMapping("/min/{token}/slet")
    String confirmErasure(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> "min-slet");
    }

    @PostMapping("/min/{token}/slet")
    String erase(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> {
            registrations.erase(token);
            return "min-slettet";
        });
    }

    @GetMapping("/mine-links")
    String links(Model model) {
        model.addAttribute("problems", new FormProblems());
        model.addAttribute("email", "");
        return "mine-links";
    }

    /** The same page whoever the mailbox belongs to. */
    @PostMapping("/mine-links")
    String send(@RequestParam(defaultValue = "") String email, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        FormProblems problems = new FormProblems();
        try {
            registrations.links(email.strip());
            model.addAttribute("sent", true);
        } catch (HttpClientErrorException refusal) {
            response.setStatus(refusal.getStatusCode().value());
            problems = FormProblems.of(Problem.of(refusal), field -> field, FIELDS, wording.say("error.refused"));
        } catch (NeighbourUnavailable away) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            problems.add(wording.say("error.system"));
        }
        model.addAttribute("problems", problems);
        model.addAttribute("email", email);
        return "mine-links";
    }
}
