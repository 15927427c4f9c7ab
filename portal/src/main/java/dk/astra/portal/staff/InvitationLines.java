package dk.astra.portal.staff;

import dk.astra.portal.calls.Problem;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pasted list of people, one per line: {@code name; e-mail; title}. Also what a spreadsheet copies, with tabs. */
final class InvitationLines {

    private static final Pattern ROW = Pattern.compile("people\\[(\\d+)](?:\\..*)?");

    private final List<Map<String, String>> people = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    static InvitationLines read(String text, Wording wording) {
        InvitationLines lines = new InvitationLines();
        int number = 0;
        for (String line : text.split("\\R")) {
            number++;
            if (!line.isBlank()) {
                lines.add(number, line, wording);
            }
        }
        return lines;
    }

    private void add(int number, String line, Wording wording) {
        String[] parts = line.strip().split("\\s*[;\\t]\\s*", -1);
        if (parts.length < 2 || parts.length > 3) {
            wrong.add(wording.say("invite.line", number));
            return;
        }
        Map<String, String> person = new LinkedHashMap<>();
        person.put("name", parts[0]);
        person.put("email", parts[1]);
        if (parts.length == 3 && !parts[2].isEmpty()) {
            person.put("title", parts[2]);
        }
        people.add(person);
        numbers.add(number);
    }

    List<Map<String, String>> people() {
        return people;
    }

    /** What cannot be read, every line named; empty where all can be sent. */
    FormProblems problems(Wording wording) {
        FormProblems problems = new FormProblems();
        if (people.isEmpty() && wrong.isEmpty()) {
            return problems.add("people", wording.say("invite.nobody"));
        }
        return wrong.isEmpty() ? problems : problems.add("people", String.join(" ", wrong));
    }

    /** What the service refused, by the lines of the list. */
    FormProblems refused(Problem problem, Wording wording) {
        List<String> messages = new ArrayList<>();
        for (Problem.FieldError error : problem.fields()) {
            Matcher row = ROW.matcher(String.valueOf(error.field()));
            String message = error.message() == null ? wording.say("error.refused") : error.message();
            boolean known = row.matches() && Integer.parseInt(row.group(1)) < numbers.size();
            messages.add(
                    known
                            ? wording.say("invite.refused", numbers.get(Integer.parseInt(row.group(1))), message)
                            : message);
        }
        if (messages.isEmpty()) {
            String detail = problem.detail();
            return new FormProblems().add(detail == null ? wording.say("error.refused") : detail);
        }
        return new FormProblems().add("people", String.join(" ", messages));
    }
}
