package dk.astra.portal.staff;

import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.contracts.meetings.Promotion;
import dk.astra.contracts.meetings.QuestionKind;
import dk.astra.portal.calls.Problem;
import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Meetings;
import dk.astra.portal.site.FormLanguage;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;

/** A new meeting, alone or with its twin, and the text of one that exists. */
@Controller
class ScheduleMeetingPages {

    private static final Set<String> FIELDS = Set.of(
            "type",
            "network",
            "format",
            "side",
            "title.da",
            "title.en",
            "description.da",
            "description.en",
            "audience.da",
            "audience.en",
            "date",
            "startsAt",
            "endsAt",
            "venue.name",
            "venue.street",
            "venue.postalCode",
            "venue.town",
            "programme",
            "agendaTags",
            "contact.role",
            "contact.email",
            "registrationOpensAt",
            "registrationClosesAt",
            "cancellationDeadline",
            "capacity",
            "promotion",
            "offerHours",
            "quorum",
            "twin.date",
            "twin.startsAt",
            "twin.endsAt",
            "twin.venue.name",
            "twin.venue.street",
            "twin.venue.postalCode",
            "twin.venue.town",
            "twin.capacity");

    private final Scheduling scheduling;
    private final Meetings meetings;
    private final Wording wording;

    ScheduleMeetingPages(Scheduling scheduling, Meetings meetings, Wording wording) {
        this.scheduling = scheduling;
        this.meetings = meetings;
        this.wording = wording;
    }

    @GetMapping("/intern/arrangementer/nyt")
    String newMeeting(Model model) {
        Typed defaults = Typed.empty()
                .with("key", UUID.randomUUID())
                .with("format", "PHYSICAL")
                .with("startsAt", "09:30")
                .with("endsAt", "15:00")
                .with("twin.startsAt", "09:30")
                .with("twin.endsAt", "15:00")
                .with("capacity", 40)
                .with("twin.capacity", 40);
        return form(null, defaults, new FormProblems(), model);
    }

    @PostMapping("/intern/arrangementer/nyt")
    String create(@RequestParam Map<String, String> values, Model model, HttpServletResponse response) {
        Typed typed = new Typed(new LinkedHashMap<>(values));
        FormProblems problems = new FormProblems();
        if (isToBeGoneOnWith(typed)) {
            return form(null, typed, problems, model);
        }
        MeetingRequest request = new MeetingRequest(typed, problems, wording);
        Map<String, Object> first = request.body(null);
        boolean twins = typed.has("twin");
        Map<String, Object> second = twins ? request.twin() : Map.of();
        boolean schedule = typed.get("step").equals("schedule");
        // another content under the same key would be refused, and a corrected form is another content
        String key = typed.get("key") + "-" + Integer.toHexString(values.hashCode());
        return saved(
                null,
                typed,
                problems,
                model,
                response,
                () -> twins
                        ? scheduling.createTwins(first, second, schedule, key)
                        : scheduling.create(first, schedule, key));
    }

    @GetMapping("/intern/arrangementer/{id}/ret")
    String edit(@PathVariable String id, Model model) {
        Meeting meeting = meeting(id);
        return form(meeting, MeetingRequest.typed(meeting), new FormProblems(), model);
    }

    @PostMapping("/intern/arrangementer/{id}/ret")
    String change(
            @PathVariable String id,
            @RequestParam Map<String, String> values,
            Model model,
            HttpServletResponse response) {
        Meeting meeting = meeting(id);
        Typed typed = new Typed(new LinkedHashMap<>(values));
        FormProblems problems = new FormProblems();
        if (isToBeGoneOnWith(typed)) {
            return form(meeting, typed, problems, model);
        }
        Map<String, Object> body = new MeetingRequest(typed, problems, wording).body(meeting);
        return saved(
                meeting, typed, problems, model, response, () -> scheduling.change(id, body, typed.get("version")));
    }

    /** Another row for a question, one less, or the same page in the other language. */
    private static boolean isToBeGoneOnWith(Typed typed) {
        String step = typed.get("step");
        return step.equals(FormLanguage.BACK) || new QuestionRows(typed).press(step);
    }

    private String saved(
            @Nullable Meeting meeting,
            Typed typed,
            FormProblems problems,
            Model model,
            HttpServletResponse response,
            java.util.function.Supplier<Meeting> save) {
        if (problems.isEmpty()) {
            try {
                return "redirect:/intern/arrangementer/" + save.get().id();
            } catch (HttpClientErrorException.Unauthorized | HttpClientErrorException.Forbidden denied) {
                throw denied;
            } catch (HttpClientErrorException refusal) {
                Set<String> fields = new HashSet<>(FIELDS);
                fields.addAll(new QuestionRows(typed).names());
                problems = FormProblems.of(
                        Problem.of(refusal), ScheduleMeetingPages::field, fields, wording.say("error.refused"));
            } catch (NeighbourUnavailable away) {
                problems.add(wording.say("error.system"));
            }
        }
        response.setStatus(400);
        return form(meeting, typed, problems, model);
    }

    /** From {@code meetings[1].venue.street} to {@code twin.venue.street}, from a line to the whole programme. */
    private static String field(String path) {
        String field = QuestionsTyped.fieldOf(
                path.replaceFirst("^meetings\\[0]\\.", "").replaceFirst("^meetings\\[1]\\.", "twin."));
        if (field.contains("programme")) {
            return "programme";
        }
        return field.equals("title") || field.equals("description") || field.equals("audience") ? field + ".da" : field;
    }

    private String form(@Nullable Meeting meeting, Typed typed, FormProblems problems, Model model) {
        model.addAttribute(
                "languageForm", new FormLanguage("svar", FormLanguage.BACK, meeting == null ? "schedule" : "save"));
        model.addAttribute("meeting", meeting);
        model.addAttribute("form", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("types", MeetingType.values());
        model.addAttribute("networks", Network.values());
        model.addAttribute("formats", MeetingFormat.values());
        model.addAttribute("sides", Side.values());
        model.addAttribute("kinds", QuestionKind.values());
        model.addAttribute("questionRows", new QuestionRows(typed).rows());
        model.addAttribute("promotions", Promotion.values());
        return "intern/arrangement-form";
    }

    private Meeting meeting(String id) {
        return meetings.findAsStaff(id).orElseThrow(NotFound::new);
    }
}
