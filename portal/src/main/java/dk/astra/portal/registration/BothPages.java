package dk.astra.portal.registration;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.site.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** East or West, whichever comes first: who waits here waits at the twin meeting too. */
@Controller
@RequestMapping("/min/{token}/begge")
class BothPages {

    private final Registrations registrations;
    private final PersonalLink link;
    private final Wording wording;

    BothPages(Registrations registrations, PersonalLink link, Wording wording) {
        this.registrations = registrations;
        this.link = link;
        this.wording = wording;
    }

    /** @param til the twin meeting; missing where a refusal is read again, or in the other language */
    @GetMapping
    String confirm(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String til,
            Model model,
            HttpServletResponse response) {
        return link.open(token, model, response, mine -> {
            Meeting twin = til.isEmpty() ? null : link.meeting(til).orElse(null);
            if (twin == null || !link.isOpenTo((Meeting) model.getAttribute("meeting"), twin) || !mine.isWaiting()) {
                return "redirect:/min/" + token;
            }
            model.addAttribute("twin", twin);
            return "min-begge";
        });
    }

    @PostMapping
    String join(@PathVariable String token, @RequestParam String til, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> {
            try {
                Registrations.Joined joined = registrations.either(token, til);
                String there = joined.link().substring(joined.link().lastIndexOf('/') + 1);
                return joined.registration().isConfirmed()
                        ? "redirect:/min/" + there + "?skiftet"
                        : "redirect:/min/" + token + "?begge";
            } catch (HttpClientErrorException.NotFound | HttpClientErrorException.Gone unknown) {
                throw unknown;
            } catch (HttpClientErrorException refusal) {
                String detail = Problem.of(refusal).detail();
                response.setStatus(refusal.getStatusCode().value());
                model.addAttribute("refusal", detail == null ? wording.say("error.refused") : detail);
                model.addAttribute("twins", List.of());
                return "min-tilmelding";
            }
        });
    }
}
