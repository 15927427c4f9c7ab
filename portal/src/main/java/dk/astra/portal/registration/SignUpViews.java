package dk.astra.portal.registration;

import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.site.FormLanguage;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a sign-up show; each has all that was typed, as fields or hidden. */
@Component
class SignUpViews {

    /** Id of the form in every one of these pages. */
    private static final String FORM = "svar";

    static final List<String> ROLES = List.of(
            "TEACHER",
            "RESOURCE_PERSON",
            "SCIENCE_ADVISER",
            "SCIENCE_COORDINATOR",
            "NATURAL_SCIENCE_COORDINATOR",
            "MUNICIPAL_REPRESENTATIVE",
            "POLITICIAN",
            "LEADER",
            "OTHER");

    private final Reference reference;
    private final Questions questions;
    private final Wording wording;

    SignUpViews(Reference reference, Questions questions, Wording wording) {
        this.reference = reference;
        this.questions = questions;
        this.wording = wording;
    }

    /**
     * One line of the answers.
     *
     * @param field where it is corrected: id on the form
     * @param what the label in the middle of a sentence, for "Redigér e-mail"
     */
    record Answer(String field, String label, String what, String text) {}

    /** @param again the step that shows this page again */
    String form(SignUp signUp, List<Institution> found, FormProblems problems, Step again, Model model) {
        about(signUp, model);
        model.addAttribute("languageForm", new FormLanguage(FORM, again.value(), Step.CHECK.value()));
        model.addAttribute("searched", again == Step.FIND);
        model.addAttribute("found", found);
        model.addAttribute("choices", withChosen(found, signUp.form().institutionNumber()));
        model.addAttribute("problems", problems);
        model.addAttribute("municipalities", reference.municipalities());
        model.addAttribute("roles", ROLES);
        return "tilmelding";
    }

    String check(SignUp signUp, Model model) {
        about(signUp, model);
        model.addAttribute("languageForm", new FormLanguage(FORM, Step.CHECK.value(), Step.SEND.value()));
        model.addAttribute("answers", answers(signUp));
        return "tjek-svar";
    }

    /** @param step what could not be done, and what the button of the page repeats */
    String again(SignUp signUp, Step step, Delay delay, Model model, HttpServletResponse response) {
        Step stay = step == Step.SEND ? Step.WAIT : step;
        about(signUp, model);
        model.addAttribute("languageForm", new FormLanguage(FORM, stay.value(), step.value()));
        model.addAttribute("answers", answers(signUp));
        model.addAttribute("step", step.value());
        model.addAttribute("heading", wording.say(step == Step.SEND ? "again.title" : "again.wait"));
        model.addAttribute("why", wording.say("again." + delay.reason(), delay.seconds()));
        model.addAttribute("seconds", delay.seconds());
        response.setStatus(delay.status());
        if (delay.reason() != Delay.Reason.CHOSEN) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(delay.seconds()));
        }
        return "send-igen";
    }

    /** In place of the form of a meeting that is by invitation. */
    String invitedOnly(SignUp signUp, Model model) {
        about(signUp, model);
        return "kun-inviterede";
    }

    String receipt(SignUp signUp, Model model) {
        about(signUp, model);
        return "kvittering";
    }

    private void about(SignUp signUp, Model model) {
        Meeting meeting = signUp.meeting();
        model.addAttribute("meeting", meeting);
        model.addAttribute("meetingPath", signUp.meetingPath());
        String title = meeting == null ? "" : wording.text(meeting.title());
        model.addAttribute("meetingName", title.isEmpty() ? wording.say("form.meeting") : title);
        model.addAttribute("meetingLine", meeting == null ? "" : title + ", " + wording.day(meeting.startsAt()));
        model.addAttribute("campaign", signUp.form().cameBy());
        model.addAttribute("form", signUp.form());
        questions.show(meeting, signUp.given(), model);
        model.addAttribute("action", signUp.path());
        model.addAttribute("receiptPath", signUp.receiptPath());
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

    private List<Answer> answers(SignUp signUp) {
        SignUpForm form = signUp.form();
        String school = form.institutionNumber().isEmpty()
                ? form.institutionName()
                : reference.institution(form.institutionNumber()).name();
        String municipality = form.municipalityCode().isEmpty() ? "" : reference.municipality(form.municipalityCode());
        List<Answer> answers = new ArrayList<>();
        add(answers, "name", "form.name", form.name());
        add(answers, "email", "form.email", form.email());
        add(answers, "title", "form.jobtitle", form.title());
        add(
                answers,
                form.institutionNumber().isEmpty() ? "institutionName" : "institutionQuery",
                "form.institution",
                school);
        add(answers, "municipalityCode", "form.municipality", municipality);
        add(answers, "role", "form.role", form.role().isEmpty() ? "" : wording.of("role", form.role()));
        add(answers, "comment", "form.comment", form.comment());
        answers.addAll(questions.answers(signUp.meeting(), signUp.given()));
        return answers;
    }

    private void add(List<Answer> answers, String field, String key, String text) {
        if (!text.isEmpty()) {
            String label = wording.say(key);
            String what = label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
            answers.add(new Answer(field, label, what, text));
        }
    }
}
