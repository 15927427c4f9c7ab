package dk.astra.portal.groups;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.registration.Institution;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be told before the answers are sent. The rules are registration-service's (docs/http-api.md). */
@Component
class GroupFormChecks {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_EMAIL = 254;
    private static final Set<String> FIELDS =
            Set.of("name", "email", "institutionQuery", "institutionName", "municipalityCode", "unnamed", "nameBy");

    private final Wording wording;

    GroupFormChecks(Wording wording) {
        this.wording = wording;
    }

    FormProblems check(GroupForm form, List<Institution> found) {
        FormProblems problems = new FormProblems();
        person(problems, "", form.name(), form.email(), "error.name", "error.email");
        workplace(problems, form, found);
        Set<String> mailboxes = new HashSet<>();
        if (form.self()) {
            mailboxes.add(form.email().toLowerCase(Locale.ROOT));
        }
        for (GroupForm.Row row : form.people()) {
            String end = "-" + row.number();
            person(problems, end, row.name(), row.email(), "error.person.name", "error.person.email");
            if (!row.email().isEmpty() && !mailboxes.add(row.email().toLowerCase(Locale.ROOT))) {
                problems.add("email" + end, wording.say("error.person.twice"));
            }
        }
        if (form.unnamedPlaces() == null) {
            problems.add("unnamed", wording.say("error.number"));
        } else if (form.size() == 0) {
            problems.add("name-1", wording.say("error.group.nobody"));
        } else if (form.size() > GroupForm.MOST) {
            problems.add("unnamed", wording.say("error.group.many", GroupForm.MOST));
        }
        if (!form.nameBy().isEmpty() && !isDate(form.nameBy())) {
            problems.add("nameBy", wording.say("error.date"));
        }
        return problems;
    }

    private void person(FormProblems problems, String end, String name, String email, String noName, String noEmail) {
        if (name.isEmpty()) {
            problems.add("name" + end, wording.say(noName));
        } else if (name.length() > LONGEST_NAME) {
            problems.add("name" + end, wording.say("error.too-long", LONGEST_NAME));
        }
        if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
            problems.add("email" + end, wording.say(noEmail));
        }
    }

    private void workplace(FormProblems problems, GroupForm form, List<Institution> found) {
        if (form.hasInstitution()) {
            return;
        }
        if (!found.isEmpty()) {
            problems.add("institutionNumber", wording.say("error.institution.choose"));
        } else if (!form.institutionQuery().isEmpty()) {
            problems.add("institutionName", wording.say("error.institution.none"));
        } else if (form.municipalityCode().isEmpty()) {
            problems.add("institutionQuery", wording.say("error.institution"));
        }
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    /** A service's refusal at the fields it names; what it names otherwise is said above the form. */
    FormProblems refused(Problem problem, GroupForm form) {
        Set<String> fields = Stream.concat(
                        FIELDS.stream(),
                        form.rows().stream().flatMap(row -> Stream.of("name-" + row.number(), "email-" + row.number())))
                .collect(Collectors.toSet());
        return FormProblems.of(problem, form::fieldOf, fields, wording.say("error.refused"));
    }
}
