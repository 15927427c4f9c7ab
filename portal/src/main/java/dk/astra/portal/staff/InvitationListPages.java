package dk.astra.portal.staff;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Meetings;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** An organiser invites people, sees what they answered, reminds one and takes an invitation back. */
@Controller
@RequestMapping("/intern/arrangementer/{id}/invitationer")
class InvitationListPages {

    private final Meetings meetings;
    private final InvitedPeople invited;
    private final Wording wording;

    InvitationListPages(Meetings meetings, InvitedPeople invited, Wording wording) {
        this.meetings = meetings;
        this.invited = invited;
        this.wording = wording;
    }

    @GetMapping
    String list(@PathVariable String id, Model model) {
        return page(id, "", new FormProblems(), model);
    }

    /** @param key with which the same form, sent twice, is recognised */
    @PostMapping
    String invite(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String key,
            Model model,
            HttpServletResponse response) {
        InvitationLines lines = InvitationLines.read(people, wording);
        FormProblems problems = lines.problems(wording);
        if (problems.isEmpty()) {
            try {
                // another content under the same key would be refused, and a corrected list is another content
                String once = key + "-" + Integer.toHexString(people.hashCode());
                InvitedPeople.Tally tally = invited.invite(id, lines.people(), once);
                return "redirect:/intern/arrangementer/" + id + "/invitationer?sendt=" + tally.invited() + "&kendt="
                        + tally.known();
            } catch (HttpClientErrorException.Unauthorized | HttpClientErrorException.Forbidden denied) {
                throw denied;
            } catch (HttpClientErrorException refusal) {
                problems = lines.refused(Problem.of(refusal), wording);
            } catch (NeighbourUnavailable away) {
                problems.add(wording.say("error.system"));
            }
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return page(id, people, problems, model);
    }

    /** The language link of a refused reminder leads here. */
    @GetMapping("/{invitationId}/paamind")
    String backToList(@PathVariable String id) {
        return "redirect:/intern/arrangementer/" + id + "/invitationer";
    }

    @PostMapping("/{invitationId}/paamind")
    String remind(
            @PathVariable String id, @PathVariable String invitationId, Model model, HttpServletResponse response) {
        return act(id, () -> "?paamindet=" + (invited.remind(invitationId) ? "ja" : "nej"), model, response);
    }

    @GetMapping("/{invitationId}/traek-tilbage")
    String confirm(@PathVariable String id, @PathVariable String invitationId, Model model) {
        model.addAttribute("meeting", meeting(id));
        model.addAttribute(
                "person",
                invited.of(id).items().stream()
                        .filter(one -> one.invitationId().equals(invitationId))
                        .findFirst()
                        .orElseThrow(NotFound::new));
        return "intern/traek-tilbage";
    }

    @PostMapping("/{invitationId}/traek-tilbage")
    String withdraw(
            @PathVariable String id, @PathVariable String invitationId, Model model, HttpServletResponse response) {
        return act(
                id,
                () -> {
                    invited.withdraw(invitationId);
                    return "?trukket";
                },
                model,
                response);
    }

    private String act(
            String id, java.util.function.Supplier<String> action, Model model, HttpServletResponse response) {
        FormProblems problems;
        try {
            return "redirect:/intern/arrangementer/" + id + "/invitationer" + action.get();
        } catch (HttpClientErrorException.Unauthorized | HttpClientErrorException.Forbidden denied) {
            throw denied;
        } catch (HttpClientErrorException refusal) {
            response.setStatus(refusal.getStatusCode().value());
            problems = FormProblems.of(
                    Problem.of(refusal), field -> field, Set.of("people"), wording.say("error.refused"));
        } catch (NeighbourUnavailable away) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            problems = new FormProblems().add(wording.say("error.system"));
        }
        return page(id, "", problems, model);
    }

    private String page(String id, String people, FormProblems problems, Model model) {
        Meeting meeting = meeting(id);
        model.addAttribute("meeting", meeting);
        model.addAttribute("people", people);
        model.addAttribute("key", UUID.randomUUID());
        model.addAttribute("problems", problems);
        try {
            InvitedPeople.All all = invited.of(id);
            model.addAttribute("invited", all.items());
            model.addAttribute("summary", all.summary());
        } catch (NeighbourUnavailable away) {
            model.addAttribute("away", true);
        }
        return "intern/invitationer";
    }

    private Meeting meeting(String id) {
        return meetings.findAsStaff(id).filter(meeting -> !meeting.isDraft()).orElseThrow(NotFound::new);
    }
}
