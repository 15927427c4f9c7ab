package dk.astra.portal.groups;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.registration.SeenMeetings;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.client.HttpClientErrorException;

/** Opens the link of a group's list: never kept by a cache, never told to another site. */
@Component
class GroupLink {

    private static final Set<String> FIELDS = Set.of("name", "email");

    private final Groups groups;
    private final SeenMeetings meetings;
    private final Wording wording;

    GroupLink(Groups groups, SeenMeetings meetings, Wording wording) {
        this.groups = groups;
        this.meetings = meetings;
        this.wording = wording;
    }

    /** Changes something behind the link; what is refused is said above the same page. */
    String submit(String token, String page, Model model, HttpServletResponse response, Runnable change) {
        try {
            change.run();
            return "redirect:/gruppe/" + token;
        } catch (HttpClientErrorException.NotFound unknown) {
            throw unknown;
        } catch (HttpClientErrorException refusal) {
            response.setStatus(refusal.getStatusCode().value());
            model.addAttribute(
                    "problems",
                    FormProblems.of(Problem.of(refusal), field -> field, FIELDS, wording.say("error.refused")));
        } catch (NeighbourUnavailable away) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            model.addAttribute("problems", new FormProblems().add(wording.say("error.system")));
        }
        return page;
    }

    /**
     * Puts {@code token}, {@code list} and {@code meeting} into the model.
     *
     * @param view what to show of the list
     * @return its answer, or the page that says why the link does not work
     */
    String open(String token, Model model, HttpServletResponse response, Function<GroupList, String> view) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        if (!wellFormed(token)) {
            return unknown(response);
        }
        try {
            GroupList list = groups.list(token);
            Optional<Meeting> meeting = meeting(list);
            model.addAttribute("token", token);
            model.addAttribute("list", list);
            model.addAttribute("meeting", meeting.orElse(null));
            model.addAttribute("problems", new FormProblems());
            return view.apply(list);
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.BadRequest unknown) {
            return unknown(response);
        }
    }

    private Optional<Meeting> meeting(GroupList list) {
        try {
            return meetings.findIfPossible(list.meetingId());
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    private static String unknown(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "min-ukendt";
    }

    static boolean wellFormed(String token) {
        return token.matches("[A-Za-z0-9_-]{16,200}");
    }
}
