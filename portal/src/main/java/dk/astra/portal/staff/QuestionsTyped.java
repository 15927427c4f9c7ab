package dk.astra.portal.staff;

import dk.astra.portal.meetings.Question;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of questions as event-service takes them; what cannot be read is a problem here. */
final class QuestionsTyped {

    private final Typed typed;
    private final QuestionRows rows;
    private final FormProblems problems;
    private final Wording wording;

    QuestionsTyped(Typed typed, FormProblems problems, Wording wording) {
        this.typed = typed;
        this.rows = new QuestionRows(typed);
        this.problems = problems;
        this.wording = wording;
    }

    /** A row whose question is asked, and its answers to choose from. */
    private record Asked(String id, String kind, List<OptionLines.Option> options) {}

    /** Puts {@code questions} and {@code asksNeeds} into the request of a meeting. */
    void into(Map<String, Object> body) {
        List<Map<String, Object>> questions = new ArrayList<>();
        Map<Integer, Asked> asked = new LinkedHashMap<>();
        for (int row = 0; row < rows.count(); row++) {
            questions.add(question(row, asked));
        }
        body.put("questions", questions);
        body.put(
                "asksNeeds",
                QuestionRows.NEEDS.stream()
                        .filter(need -> typed.has("asks." + need))
                        .toList());
    }

    private Map<String, Object> question(int row, Map<Integer, Asked> earlier) {
        String prefix = QuestionRows.prefix(row);
        String kind = typed.get(prefix + "kind");
        boolean chosen = kind.equals(Question.CHOICE) || kind.equals(Question.CHOICES);
        if (!typed.has(prefix + "label.da")) {
            problems.add(prefix + "label.da", wording.say("error.question"));
        }
        Set<String> taken = earlier.values().stream().map(Asked::id).collect(Collectors.toSet());
        String id = typed.has(prefix + "id")
                ? typed.get(prefix + "id")
                : OptionLines.slug(typed.get(prefix + "label.da"), "spoergsmaal", taken);
        List<OptionLines.Option> options =
                chosen ? OptionLines.read(typed.get(prefix + "options"), typed.get(prefix + "known")) : List.of();
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("id", id);
        question.put("kind", kind);
        question.put("label", Map.of("da", typed.get(prefix + "label.da"), "en", typed.get(prefix + "label.en")));
        question.put("hint", Map.of("da", typed.get(prefix + "hint.da"), "en", typed.get(prefix + "hint.en")));
        question.put("required", typed.has(prefix + "required"));
        if (chosen) {
            question.put(
                    "options", options.stream().map(OptionLines.Option::body).toList());
        }
        for (String number : kind.equals(Question.NUMBER)
                ? List.of("min", "max")
                : kind.equals(Question.TEXT) ? List.of("maxLength") : List.<String>of()) {
            if (typed.get(prefix + number).matches("-?\\d{1,7}")) {
                question.put(number, Integer.valueOf(typed.get(prefix + number)));
            } else if (typed.has(prefix + number)) {
                problems.add(prefix + number, wording.say("error.wholenumber"));
            }
        }
        if (typed.has(prefix + "after")) {
            question.put("condition", condition(prefix, earlier));
        }
        earlier.put(row + 1, new Asked(id, kind, options));
        return question;
    }

    private Map<String, Object> condition(String prefix, Map<Integer, Asked> earlier) {
        String number = typed.get(prefix + "after");
        Asked question = number.matches("\\d{1,2}") ? earlier.get(Integer.valueOf(number)) : null;
        if (question == null
                || (question.options().isEmpty() && !question.kind().equals(Question.YES_NO))) {
            problems.add(prefix + "after", wording.say("error.question.after"));
            return Map.of();
        }
        List<String> ids = new ArrayList<>();
        for (String word : typed.get(prefix + "answers").split("[;\\n]")) {
            String answer = OptionLines.idOf(word.strip(), question.options());
            if (answer == null) {
                problems.add(prefix + "answers", wording.say("error.question.answers", word.strip()));
            } else {
                ids.add(answer);
            }
        }
        return Map.of("question", question.id(), "isOneOf", ids);
    }

    /** From a path in the request to the name of the field in the form. */
    static String fieldOf(String path) {
        return path.replaceFirst("^(twin\\.)?questions\\[(\\d+)]\\.", "q$2.")
                .replaceFirst("^(q\\d+\\.)options.*", "$1options")
                .replaceFirst("^(q\\d+\\.)condition\\.question$", "$1after")
                .replaceFirst("^(q\\d+\\.)condition.*", "$1answers")
                .replaceFirst("^(q\\d+\\.)(id|label)$", "$1label.da");
    }
}
