package dk.astra.portal.registration;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.meetings.Meeting;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.client.HttpClientErrorException;

/**
 * <i>Min tilmelding</i>, behind the personal link of the mail. Mail scanners open links, so only the button of a
 * confirmation page changes anything (P9).
 */
@Controller
@RequestMapping("/min/{token}")
class MyRegistrationPages {

    private final Registrations registrations;
    private final PersonalLink link;

    MyRegistrationPages(Registrations registrations, PersonalLink link) {
        this.registrations = registrations;
        this.link = link;
    }

    @GetMapping
    String see(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> {
            model.addAttribute("twins", mine.isLive() && mine.isCancellable() ? twins(mine) : List.of());
            return "min-tilmelding";
        });
    }

    private List<Meeting> twins(MyRegistration mine) {
        Meeting here = link.meeting(mine.meetingId()).orElse(null);
        return here == null
                ? List.of()
                : here.twins().stream()
                        .map(link::meeting)
                        .flatMap(Optional::stream)
                        .filter(twin -> link.isOpenTo(here, twin))
                        .toList();
    }

    @GetMapping("/afmeld")
    String confirm(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.open(token, model, response, mine -> "min-afmelding");
    }

    @PostMapping("/afmeld")
    String cancel(@PathVariable String token, Model model, HttpServletResponse response) {
        PersonalLink.keepSecret(response);
        try {
            if (PersonalLink.wellFormed(token)) {
                registrations.cancel(token);
                return "redirect:/min/" + token;
            }
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.Gone unknown) {
            // told below
        } catch (HttpClientErrorException refusal) {
            model.addAttribute("refusal", Problem.of(refusal).detail());
        }
        return see(token, model, response);
    }
}
