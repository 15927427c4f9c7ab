package dk.astra.portal.registration;

import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Meetings;
import dk.astra.portal.site.FormProblems;
import dk.astra.web.NeighbourUnavailable;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.client.HttpClientErrorException;

/** Opens the pages behind a personal link: reads the registration, and says so where the link opens none. */
@Component
class PersonalLink {

    private final Registrations registrations;
    private final Meetings meetings;
    private final Reference reference;

    PersonalLink(Registrations registrations, Meetings meetings, Reference reference) {
        this.registrations = registrations;
        this.meetings = meetings;
        this.reference = reference;
    }

    /**
     * Puts {@code token}, {@code mine}, {@code meeting} and {@code municipality} into the model.
     *
     * @param view what to show of the registration
     * @return its answer, or the page that says why the link does not work
     */
    String open(String token, Model model, HttpServletResponse response, Function<MyRegistration, String> view) {
        keepSecret(response);
        if (!wellFormed(token)) {
            return unknown(response);
        }
        try {
            MyRegistration mine = registrations.mine(token);
            model.addAttribute("token", token);
            model.addAttribute("mine", mine);
            model.addAttribute("meeting", meeting(mine.meetingId()).orElse(null));
            if (!model.containsAttribute("problems")) {
                model.addAttribute("problems", new FormProblems());
            }
            if (mine.municipalityCode() != null) {
                model.addAttribute("municipality", reference.municipality(mine.municipalityCode()));
            }
            return view.apply(mine);
        } catch (HttpClientErrorException.Gone given) {
            response.setStatus(HttpStatus.GONE.value());
            return "min-givet";
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.BadRequest unknown) {
            return unknown(response);
        }
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "min-ukendt";
    }

    /** The registration can be seen and changed while event-service is away. */
    Optional<Meeting> meeting(String id) {
        try {
            return meetings.find(id);
        } catch (NeighbourUnavailable away) {
            return Optional.empty();
        }
    }

    static boolean wellFormed(String token) {
        return token.matches("[A-Za-z0-9_-]{16,200}");
    }

    static void keepSecret(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
}
