package dk.astra.portal.registration;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Meetings;
import dk.astra.portal.site.FormLanguage;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    private final Wording wording;
    private final Clock clock;

    PersonalLink(Registrations registrations, Meetings meetings, Reference reference, Wording wording, Clock clock) {
        this.registrations = registrations;
        this.meetings = meetings;
        this.reference = reference;
        this.wording = wording;
        this.clock = clock;
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

    /**
     * Sends what was typed behind the link, unless only the language of the form is changed.
     *
     * @param step which button was pressed
     * @param fields of the form; what is refused of others is said above it
     * @param form shows the form again, with what was typed and what is wrong
     */
    String submit(
            String token,
            String step,
            Model model,
            HttpServletResponse response,
            Set<String> fields,
            Consumer<MyRegistration> send,
            Function<MyRegistration, String> form) {
        if (step.equals(FormLanguage.BACK)) {
            return open(token, model, response, form);
        }
        return open(token, model, response, mine -> {
            try {
                send.accept(mine);
                return "redirect:/min/" + token;
            } catch (HttpClientErrorException.NotFound | HttpClientErrorException.Gone unknown) {
                throw unknown;
            } catch (HttpClientErrorException refusal) {
                response.setStatus(refusal.getStatusCode().value());
                Set<String> all = new HashSet<>(fields);
                all.addAll(Questions.names((Meeting) model.getAttribute("meeting")));
                model.addAttribute(
                        "problems",
                        FormProblems.of(Problem.of(refusal), Questions::fieldOf, all, wording.say("error.refused")));
            } catch (NeighbourUnavailable away) {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                model.addAttribute("problems", new FormProblems().add(wording.say("error.system")));
            }
            return form.apply(mine);
        });
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

    /** @throws NeighbourUnavailable where it could not be read */
    Meeting needed(@Nullable Meeting meeting) {
        if (meeting == null) {
            throw new NeighbourUnavailable("event-service", new IllegalStateException("the meeting is not known"));
        }
        return meeting;
    }

    /** Whether who is registered here can go there now, or wait there too. */
    boolean isOpenTo(@Nullable Meeting here, Meeting twin) {
        return twin.takesFrom(here) && twin.isOpenAt(LocalDateTime.now(clock.withZone(Wording.DENMARK)));
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
