package dk.astra.portal.staff;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Meetings;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** An organiser cancels a participant, and says who came. */
@Controller
@RequestMapping("/intern/arrangementer/{id}")
class ParticipantPages {

    private final Meetings meetings;
    private final Participants participants;
    private final Scheduling scheduling;
    private final Wording wording;
    private final Clock clock;

    ParticipantPages(
            Meetings meetings, Participants participants, Scheduling scheduling, Wording wording, Clock clock) {
        this.meetings = meetings;
        this.participants = participants;
        this.scheduling = scheduling;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/deltagere/{registrationId}/afmeld")
    String cancel(@PathVariable String id, @PathVariable String registrationId, Model model) {
        model.addAttribute("meeting", meeting(id));
        model.addAttribute(
                "participant",
                participants.of(id).stream()
                        .filter(participant -> participant.registrationId().equals(registrationId))
                        .findFirst()
                        .orElseThrow(NotFound::new));
        return "intern/afmeld-deltager";
    }

    @PostMapping("/deltagere/{registrationId}/afmeld")
    String cancelled(@PathVariable String id, @PathVariable String registrationId) {
        meeting(id);
        participants.cancel(registrationId);
        return "redirect:/intern/arrangementer/" + id;
    }

    @GetMapping("/afholdt")
    String held(@PathVariable String id, Model model) {
        List<Participant> expected = expected(id);
        Set<String> there = expected.stream()
                .filter(Participant::isThere)
                .map(Participant::registrationId)
                .collect(java.util.stream.Collectors.toSet());
        return page(meeting(id), expected, there, "0", new FormProblems(), model);
    }

    /**
     * @param came registrations whose person came
     * @param others people who came without a registration
     */
    @PostMapping("/afholdt")
    String markHeld(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> came,
            @RequestParam(defaultValue = "0") String others,
            Model model,
            HttpServletResponse response) {
        Meeting meeting = meeting(id);
        List<Participant> expected = expected(id);
        Set<String> there = Set.copyOf(came == null ? List.of() : came);
        List<String> attended = expected.stream()
                .map(Participant::registrationId)
                .filter(there::contains)
                .toList();
        List<String> absent = expected.stream()
                .map(Participant::registrationId)
                .filter(registration -> !there.contains(registration))
                .toList();
        FormProblems problems = new FormProblems();
        if (!others.strip().matches("\\d{1,4}")) {
            problems.add("others", wording.say("error.number"));
        } else if (!meeting.hasBegun(LocalDateTime.now(clock.withZone(Wording.DENMARK)))) {
            problems.add(wording.say("held.notbegun"));
        } else {
            try {
                participants.recordAttendance(id, attended, absent);
                scheduling.act(id, "hold", Map.of("attendance", attended.size() + Integer.parseInt(others.strip())));
                return "redirect:/intern/arrangementer/" + id;
            } catch (HttpClientErrorException.Unauthorized | HttpClientErrorException.Forbidden denied) {
                throw denied;
            } catch (HttpClientErrorException refusal) {
                problems = FormProblems.of(
                        Problem.of(refusal),
                        field -> field.equals("attendance") ? "others" : field,
                        Set.of("others"),
                        wording.say("error.refused"));
            } catch (NeighbourUnavailable away) {
                problems.add(wording.say("error.system"));
            }
        }
        response.setStatus(400);
        return page(meeting, expected, there, others, problems, model);
    }

    private static String page(
            Meeting meeting,
            List<Participant> expected,
            Set<String> there,
            String others,
            FormProblems problems,
            Model model) {
        model.addAttribute("meeting", meeting);
        model.addAttribute("expected", expected);
        model.addAttribute("there", there);
        model.addAttribute("others", others);
        model.addAttribute("problems", problems);
        return "intern/afholdt";
    }

    private List<Participant> expected(String id) {
        return participants.of(id).stream().filter(Participant::isConfirmed).toList();
    }

    private Meeting meeting(String id) {
        return meetings.findAsStaff(id).orElseThrow(NotFound::new);
    }
}
