package dk.astra.portal.groups;

import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.registration.Delay;
import dk.astra.portal.registration.Institution;
import dk.astra.portal.registration.Reference;
import dk.astra.portal.registration.Step;
import dk.astra.portal.site.FormLanguage;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a sign-up of several show; each has all that was typed, as fields or hidden. */
@Component
class GroupFormViews {

    private static final String FORM = "svar";
    private static final int NAMED_DAYS_BEFORE = 7;

    private final Reference reference;
    private final Wording wording;
    private final Clock clock;

    GroupFormViews(Reference reference, Wording wording, Clock clock) {
        this.reference = reference;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * What was typed for a meeting.
     *
     * @param meeting null while event-service is away and the meeting was not seen before
     */
    record Typed(String meetingId, @Nullable Meeting meeting, GroupForm form) {

        /** @throws NotFound where this cannot be a meeting's id: addresses are made of it */
        Typed {
            if (!meetingId.matches("[A-Za-z0-9_-]{1,64}")) {
                throw new NotFound();
            }
        }

        /** Nobody signs up by this form then, so nobody is asked to fill it. */
        boolean isForInvitedOnly() {
            return meeting != null && meeting.isByInvitation();
        }

        String meetingPath() {
            return "/arrangementer/" + meetingId;
        }

        String path() {
            return meetingPath() + "/tilmelding/flere";
        }
    }

    /**
     * One line of the answers.
     *
     * @param field where it is corrected
     * @param what the label in the middle of a sentence
     */
    record Answer(String field, String label, String what, String text) {}

    /** @param again the step that shows this page again */
    String form(Typed typed, List<Institution> found, FormProblems problems, Step again, Model model) {
        about(typed, model);
        model.addAttribute("languageForm", new FormLanguage(FORM, again.value(), Step.CHECK.value()));
        model.addAttribute("searched", again == Step.FIND);
        model.addAttribute("found", found);
        model.addAttribute("choices", withChosen(found, typed.form().institutionNumber()));
        model.addAttribute("problems", problems);
        model.addAttribute("municipalities", reference.municipalities());
        return "flere";
    }

    String check(Typed typed, Model model) {
        about(typed, model);
        model.addAttribute("languageForm", new FormLanguage(FORM, Step.CHECK.value(), Step.SEND.value()));
        return "flere-tjek";
    }

    /** @param step what could not be done, and what the button of the page repeats */
    String again(Typed typed, Step step, Delay delay, Model model, HttpServletResponse response) {
        Step stay = step == Step.SEND ? Step.WAIT : step;
        about(typed, model);
        model.addAttribute("languageForm", new FormLanguage(FORM, stay.value(), step.value()));
        model.addAttribute("step", step.value());
        model.addAttribute("heading", wording.say(step == Step.SEND ? "again.title" : "again.wait"));
        model.addAttribute("why", wording.say("again." + delay.reason(), delay.seconds()));
        model.addAttribute("seconds", delay.seconds());
        response.setStatus(delay.status());
        if (delay.reason() != Delay.Reason.CHOSEN) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(delay.seconds()));
        }
        return "flere-send-igen";
    }

    /** In place of the form of a meeting that is by invitation. */
    String invitedOnly(Typed typed, Model model) {
        about(typed, model);
        return "kun-inviterede";
    }

    private void about(Typed typed, Model model) {
        Meeting meeting = typed.meeting();
        String title = meeting == null ? "" : wording.text(meeting.title());
        model.addAttribute("meeting", meeting);
        model.addAttribute("meetingPath", typed.meetingPath());
        model.addAttribute("meetingName", title.isEmpty() ? wording.say("form.meeting") : title);
        model.addAttribute("meetingLine", meeting == null ? "" : title + ", " + wording.day(meeting.startsAt()));
        model.addAttribute("usualDate", meeting == null ? "" : usualDate(meeting));
        model.addAttribute("campaign", typed.form().cameBy());
        model.addAttribute("form", typed.form());
        model.addAttribute("answers", answers(typed.form()));
        model.addAttribute("action", typed.path());
        model.addAttribute("receiptPath", typed.meetingPath() + "/kvittering");
    }

    /** As registration-service takes it where none is typed; nothing where that is not clear. */
    private String usualDate(Meeting meeting) {
        LocalDate week = meeting.startsAt().toLocalDate().minusDays(NAMED_DAYS_BEFORE);
        LocalDate closes = meeting.registrationClosesAt().toLocalDate();
        LocalDate usual = week.isAfter(closes) ? closes : week;
        return usual.isAfter(LocalDate.now(clock.withZone(Wording.DENMARK))) ? wording.day(usual) : "";
    }

    /** The school that was chosen stays a choice, whatever is searched for since and whoever is away. */
    private List<Institution> withChosen(List<Institution> found, String number) {
        boolean shown =
                found.stream().anyMatch(institution -> institution.number().equals(number));
        if (shown || !number.matches("\\d{6}")) {
            return found;
        }
        List<Institution> choices = new ArrayList<>(found);
        choices.addFirst(reference.institution(number));
        return choices;
    }

    private List<Answer> answers(GroupForm form) {
        String school = form.institutionNumber().isEmpty()
                ? form.institutionName()
                : reference.institution(form.institutionNumber()).name();
        List<Answer> answers = new ArrayList<>();
        add(answers, "name", wording.say("group.leader"), form.name());
        add(answers, "email", wording.say("form.email"), form.email());
        add(
                answers,
                form.institutionNumber().isEmpty() ? "institutionName" : "institutionQuery",
                wording.say("form.institution"),
                school);
        add(
                answers,
                "municipalityCode",
                wording.say("form.municipality"),
                form.municipalityCode().isEmpty() ? "" : reference.municipality(form.municipalityCode()));
        int number = 0;
        if (form.self()) {
            add(answers, "self", wording.say("group.person", ++number), form.name());
        }
        for (GroupForm.Row row : form.people()) {
            add(
                    answers,
                    "name-" + row.number(),
                    wording.say("group.person", ++number),
                    (row.name() + "\n" + row.email()).strip());
        }
        Integer unnamed = form.unnamedPlaces();
        if (unnamed != null && unnamed > 0) {
            add(answers, "unnamed", wording.say("group.unnamed"), String.valueOf(unnamed));
            add(answers, "nameBy", wording.say("group.nameby"), date(form.nameBy()));
        }
        add(answers, "fit-" + form.fit(), wording.say("group.fit"), wording.say("group.fit." + form.fit()));
        return answers;
    }

    private String date(String typed) {
        try {
            return typed.isEmpty() ? wording.say("group.nameby.usual") : wording.day(LocalDate.parse(typed));
        } catch (DateTimeParseException none) {
            return typed;
        }
    }

    private static void add(List<Answer> answers, String field, String label, String text) {
        if (!text.isEmpty()) {
            String what = label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
            answers.add(new Answer(field, label, what, text));
        }
    }
}
