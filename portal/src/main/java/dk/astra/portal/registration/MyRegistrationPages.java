package dk.astra.portal.registration;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Meetings;
import dk.astra.web.NeighbourUnavailable;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.client.HttpClientErrorException;

/**
 * <i>Min tilmelding</i>, behind the personal link of the mail. Mail scanners open links, so only the button of the
 * confirmation page changes anything (P9).
 */
@Controller
@RequestMapping("/min/{token}")
class MyRegistrationPages {

    private final Registrations registrations;
    private final Meetings meetings;
    private final Reference reference;

    MyRegistrationPages(Registrations registrations, Meetings meetings, Reference reference) {
        this.registrations = registrations;
        this.meetings = meetings;
        this.reference = reference;
    }

    @GetMapping
    String see(@PathVariable String token, Model model, HttpServletResponse response) {
        return page("min-tilmelding", token, model, response);
    }

    @GetMapping("/afmeld")
    String confirm(@PathVariable String token, Model model, HttpServletResponse response) {
        return page("min-afmelding", token, model, response);
    }

    @PostMapping("/afmeld")
    String cancel(@PathVariable String token, Model model, HttpServletResponse response) {
        secret(response);
        try {
            if (wellFormed(token)) {
                registrations.cancel(token);
                return "redirect:/min/" + token;
            }
        } catch (HttpClientErrorException.NotFound unknown) {
            // told below
        } catch (HttpClientErrorException refusal) {
            model.addAttribute("refusal", Problem.of(refusal).detail());
        }
        return page("min-tilmelding", token, model, response);
    }

    private String page(String view, String token, Model model, HttpServletResponse response) {
        secret(response);
        MyRegistration mine = read(token);
        if (mine == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "min-ukendt";
        }
        model.addAttribute("token", token);
        model.addAttribute("mine", mine);
        model.addAttribute("meeting", meeting(mine.meetingId()).orElse(null));
        if (mine.municipalityCode() != null) {
            model.addAttribute("municipality", reference.municipality(mine.municipalityCode()));
        }
        return view;
    }

    private @Nullable MyRegistration read(String token) {
        if (!wellFormed(token)) {
            return null;
        }
        try {
            return registrations.mine(token);
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.BadRequest unknown) {
            return null;
        }
    }

    /** The registration can be seen and cancelled while event-service is away. */
    private Optional<Meeting> meeting(String id) {
        try {
            return meetings.find(id);
        } catch (NeighbourUnavailable away) {
            return Optional.empty();
        }
    }

    private static boolean wellFormed(String token) {
        return token.matches("[A-Za-z0-9_-]{16,200}");
    }

    private static void secret(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
}
