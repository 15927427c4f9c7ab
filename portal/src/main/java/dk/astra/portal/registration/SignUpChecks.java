package dk.astra.portal.registration;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import dk.astra.web.CprNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What can be told before the answers are sent. The rules are registration-service's; the checks here only spare the
 * reader a round trip, and use its limits (docs/http-api.md).
 */
@Component
class SignUpChecks {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Set<String> FIELDS = Set.of(
            "name", "email", "title", "institutionQuery", "institutionName", "municipalityCode", "role", "comment");

    private final Wording wording;
    private final QuestionChecks questions;

    SignUpChecks(Wording wording, QuestionChecks questions) {
        this.wording = wording;
        this.questions = questions;
    }

    FormProblems check(SignUp signUp, List<Institution> found) {
        SignUpForm form = signUp.form();
        FormProblems problems = new FormProblems();
        if (form.name().isEmpty()) {
            problems.add("name", wording.say("error.name"));
        }
        tooLong(problems, "name", form.name(), 120);
        if (form.email().length() > 254 || !EMAIL.matcher(form.email()).matches()) {
            problems.add("email", wording.say("error.email"));
        }
        tooLong(problems, "title", form.title(), 120);
        tooLong(problems, "institutionQuery", form.institutionQuery(), Reference.LONGEST_SEARCH);
        tooLong(problems, "institutionName", form.institutionName(), 160);
        if (!form.hasInstitution() && !found.isEmpty()) {
            problems.add("institutionNumber", wording.say("error.institution.choose"));
        } else if (!form.hasInstitution() && !form.institutionQuery().isEmpty()) {
            problems.add("institutionName", wording.say("error.institution.none"));
        } else if (!form.hasInstitution() && form.municipalityCode().isEmpty()) {
            problems.add("institutionQuery", wording.say("error.institution"));
        }
        tooLong(problems, "comment", form.comment(), 500);
        cpr(problems, "name", form.name());
        cpr(problems, "title", form.title());
        cpr(problems, "institutionName", form.institutionName());
        cpr(problems, "comment", form.comment());
        questions.check(signUp.meeting(), signUp.given(), problems);
        return problems;
    }

    FormProblems cancelled() {
        return new FormProblems().add(wording.say("error.cancelled"));
    }

    /** A service's refusal at the fields it names; what it names otherwise is said above the form. */
    FormProblems refused(SignUp signUp, Problem problem) {
        Set<String> fields = new HashSet<>(FIELDS);
        fields.addAll(Questions.names(signUp.meeting()));
        return FormProblems.of(
                problem,
                field -> field.equals("institutionNumber") ? "institutionQuery" : Questions.fieldOf(field),
                fields,
                wording.say("error.refused"));
    }

    private void tooLong(FormProblems problems, String field, String text, int most) {
        if (text.length() > most) {
            problems.add(field, wording.say("error.too-long", most));
        }
    }

    private void cpr(FormProblems problems, String field, String text) {
        if (CprNumber.isIn(text)) {
            problems.add(field, wording.say("error.cpr"));
        }
    }
}
