package dk.astra.portal.registration;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.site.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.client.HttpClientErrorException;

/** The button by which somebody takes an offered seat; <i>Min tilmelding</i> shows what came of it. */
@Controller
class OfferPages {

    private final Registrations registrations;
    private final PersonalLink link;
    private final Wording wording;

    OfferPages(Registrations registrations, PersonalLink link, Wording wording) {
        this.registrations = registrations;
        this.link = link;
        this.wording = wording;
    }

    /** Who reads the answer again, or in the other language, comes here. */
    @GetMapping("/min/{token}/tag-imod")
    String see(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> "redirect:/min/" + token);
    }

    @PostMapping("/min/{token}/tag-imod")
    String accept(@PathVariable String token, Model model, HttpServletResponse response) {
        PersonalLink.keepSecret(response);
        if (PersonalLink.wellFormed(token)) {
            try {
                registrations.accept(token);
                return "redirect:/min/" + token + "?svaret";
            } catch (HttpClientErrorException.NotFound | HttpClientErrorException.Gone unknown) {
                // told below
            } catch (HttpClientErrorException refusal) {
                String detail = Problem.of(refusal).detail();
                model.addAttribute("refusal", detail == null ? wording.say("error.refused") : detail);
                response.setStatus(refusal.getStatusCode().value());
            }
        }
        return link.open(token, model, response, mine -> {
            model.addAttribute("twins", List.of());
            return "min-tilmelding";
        });
    }
}
