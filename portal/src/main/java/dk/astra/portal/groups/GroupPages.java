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
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.client.HttpClientErrorException;

/** The list of a group: what each place got, naming somebody, giving a place up. */
@Controller
@RequestMapping("/gruppe/{token}")
class GroupPages {

    private static final Set<String> FIELDS = Set.of("name", "email");

    /** Who is to have the place, as typed. */
    record Person(String name, String email) {

        Person(@Nullable String name, @Nullable String email) {
            this.name = name == null ? "" : name.strip();
            this.email = email == null ? "" : email.strip();
        }
    }

    private final Groups groups;
    private final SeenMeetings meetings;
    private final Wording wording;

    GroupPages(Groups groups, SeenMeetings meetings, Wording wording) {
        this.groups = groups;
        this.meetings = meetings;
        this.wording = wording;
    }

    @GetMapping
    String see(@PathVariable String token, Model model, HttpServletResponse response) {
        return open(token, model, response, list -> "gruppe");
    }

    @GetMapping("/pladser/{number}/navn")
    String nameForm(
            @PathVariable String token, @PathVariable String number, Model model, HttpServletResponse response) {
        return place(token, number, model, response, (list, place) -> {
            model.addAttribute("person", new Person(null, null));
            return place.isNameable() ? "gruppe-navn" : "redirect:/gruppe/" + token;
        });
    }

    @PostMapping("/pladser/{number}/navn")
    String name(
            @PathVariable String token,
            @PathVariable String number,
            @ModelAttribute("person") Person person,
            Model model,
            HttpServletResponse response) {
        return place(
                token,
                number,
                model,
                response,
                (list, place) -> submit(
                        token,
                        "gruppe-navn",
                        model,
                        response,
                        () -> groups.name(token, place.number(), person.name(), person.email())));
    }

    @GetMapping("/pladser/{number}/afmeld")
    String cancelForm(
            @PathVariable String token, @PathVariable String number, Model model, HttpServletResponse response) {
        return place(
                token,
                number,
                model,
                response,
                (list, place) -> place.isCancellable() ? "gruppe-afmeld" : "redirect:/gruppe/" + token);
    }

    @PostMapping("/pladser/{number}/afmeld")
    String cancel(@PathVariable String token, @PathVariable String number, Model model, HttpServletResponse response) {
        return place(
                token,
                number,
                model,
                response,
                (list, place) ->
                        submit(token, "gruppe-afmeld", model, response, () -> groups.cancel(token, place.number())));
    }

    private String submit(String token, String page, Model model, HttpServletResponse response, Runnable change) {
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

    /** @throws NotFound where the list has no such place */
    private String place(
            String token,
            String number,
            Model model,
            HttpServletResponse response,
            BiFunction<GroupList, GroupList.Place, String> view) {
        return open(token, model, response, list -> {
            GroupList.Place place = list.all().stream()
                    .filter(one -> String.valueOf(one.number()).equals(number))
                    .findFirst()
                    .orElseThrow(NotFound::new);
            model.addAttribute("place", place);
            return view.apply(list, place);
        });
    }

    private String open(String token, Model model, HttpServletResponse response, Function<GroupList, String> view) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        if (!token.matches("[A-Za-z0-9_-]{16,200}")) {
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
}
