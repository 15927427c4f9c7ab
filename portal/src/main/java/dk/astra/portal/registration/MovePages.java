package dk.astra.portal.registration;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.meetings.Availability;
import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Seats;
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

/** Switches to the twin meeting: the new seat first, then the old one is freed. */
@Controller
@RequestMapping("/min/{token}/skift")
class MovePages {

    private final Registrations registrations;
    private final PersonalLink link;
    private final Seats seats;
    private final Wording wording;

    MovePages(Registrations registrations, PersonalLink link, Seats seats, Wording wording) {
        this.registrations = registrations;
        this.link = link;
        this.seats = seats;
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
            if (twin == null
                    || !link.isOpenTo((Meeting) model.getAttribute("meeting"), twin)
                    || !mine.isLive()
                    || !mine.isCancellable()) {
                return "redirect:/min/" + token;
            }
            Availability availability = seats.of(List.of(til)).get(til);
            model.addAttribute("twin", twin);
            model.addAttribute("full", mine.isConfirmed() && availability != null && availability.seatsLeft() <= 0);
            return "min-skift";
        });
    }

    @PostMapping
    String move(@PathVariable String token, @RequestParam String til, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> {
            try {
                String moved = registrations.move(token, til).link();
                return "redirect:/min/" + moved.substring(moved.lastIndexOf('/') + 1) + "?skiftet";
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
