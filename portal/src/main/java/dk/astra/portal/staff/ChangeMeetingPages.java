package dk.astra.portal.staff;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Meetings;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** The steps in a meeting's life: publish, move in time, other number of seats, cancel. */
@Controller
@RequestMapping("/intern/arrangementer/{id}")
class ChangeMeetingPages {

    private static final Set<String> FIELDS = Set.of(
            "date",
            "startsAt",
            "endsAt",
            "registrationClosesAt",
            "cancellationDeadline",
            "capacity",
            "reason.da",
            "reason.en");

    private final Scheduling scheduling;
    private final Meetings meetings;
    private final Wording wording;

    ChangeMeetingPages(Scheduling scheduling, Meetings meetings, Wording wording) {
        this.scheduling = scheduling;
        this.meetings = meetings;
        this.wording = wording;
    }

    @GetMapping("/offentliggoer")
    String publish(@PathVariable String id, Model model) {
        return page("intern/offentliggoer", id, Typed.empty(), new FormProblems(), model);
    }

    @PostMapping("/offentliggoer")
    String published(@PathVariable String id, Model model, HttpServletResponse response) {
        return act(
                "intern/offentliggoer", id, "schedule", Map.of(), Typed.empty(), new FormProblems(), model, response);
    }

    @GetMapping("/flyt")
    String reschedule(@PathVariable String id, Model model) {
        Typed now = MeetingRequest.typed(meeting(id));
        now.values().remove("registrationClosesAt");
        now.values().remove("cancellationDeadline");
        return page("intern/flyt", id, now, new FormProblems(), model);
    }

    @PostMapping("/flyt")
    String rescheduled(
            @PathVariable String id,
            @RequestParam Map<String, String> values,
            Model model,
            HttpServletResponse response) {
        Typed typed = new Typed(new LinkedHashMap<>(values));
        FormProblems problems = new FormProblems();
        MeetingRequest request = new MeetingRequest(typed, problems, wording);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("startsAt", request.time("date", "startsAt"));
        body.put("endsAt", request.time("date", "endsAt"));
        for (String deadline : new String[] {"registrationClosesAt", "cancellationDeadline"}) {
            if (typed.has(deadline)) {
                LocalDateTime moment = request.moment(deadline);
                body.put(deadline, moment);
            }
        }
        return act("intern/flyt", id, "reschedule", body, typed, problems, model, response);
    }

    @GetMapping("/antal")
    String capacity(@PathVariable String id, Model model) {
        return page("intern/antal", id, MeetingRequest.typed(meeting(id)), new FormProblems(), model);
    }

    @PostMapping("/antal")
    String capacityChanged(
            @PathVariable String id,
            @RequestParam Map<String, String> values,
            Model model,
            HttpServletResponse response) {
        Typed typed = new Typed(new LinkedHashMap<>(values));
        FormProblems problems = new FormProblems();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("capacity", new MeetingRequest(typed, problems, wording).number("capacity"));
        return act("intern/antal", id, "capacity", body, typed, problems, model, response);
    }

    @GetMapping("/aflys")
    String cancel(@PathVariable String id, Model model) {
        return page("intern/aflys", id, Typed.empty(), new FormProblems(), model);
    }

    @PostMapping("/aflys")
    String cancelled(
            @PathVariable String id,
            @RequestParam Map<String, String> values,
            Model model,
            HttpServletResponse response) {
        Typed typed = new Typed(new LinkedHashMap<>(values));
        FormProblems problems = new FormProblems();
        if (!typed.has("reason.da")) {
            problems.add("reason.da", wording.say("error.reason"));
        }
        String english = typed.has("reason.en") ? typed.get("reason.en") : typed.get("reason.da");
        Map<String, Object> body = Map.of("reason", Map.of("da", typed.get("reason.da"), "en", english));
        return act("intern/aflys", id, "cancel", body, typed, problems, model, response);
    }

    private String act(
            String view,
            String id,
            String action,
            Map<String, Object> body,
            Typed typed,
            FormProblems problems,
            Model model,
            HttpServletResponse response) {
        FormProblems found = problems;
        if (found.isEmpty()) {
            try {
                return "redirect:/intern/arrangementer/"
                        + scheduling.act(id, action, body).id();
            } catch (HttpClientErrorException.Unauthorized | HttpClientErrorException.Forbidden denied) {
                throw denied;
            } catch (HttpClientErrorException refusal) {
                found = refused(Problem.of(refusal));
            } catch (NeighbourUnavailable away) {
                found.add(wording.say("error.system"));
            }
        }
        response.setStatus(400);
        return page(view, id, typed, found, model);
    }

    private FormProblems refused(Problem problem) {
        if (problem.name().equals("capacity-below-confirmed") && problem.confirmed() != null) {
            return new FormProblems().add("capacity", wording.say("error.capacity.confirmed", problem.confirmed()));
        }
        return FormProblems.of(
                problem, field -> field.equals("reason") ? "reason.da" : field, FIELDS, wording.say("error.refused"));
    }

    private String page(String view, String id, Typed typed, FormProblems problems, Model model) {
        model.addAttribute("meeting", meeting(id));
        model.addAttribute("form", typed);
        model.addAttribute("problems", problems);
        return view;
    }

    private Meeting meeting(String id) {
        return meetings.findAsStaff(id).orElseThrow(NotFound::new);
    }
}
