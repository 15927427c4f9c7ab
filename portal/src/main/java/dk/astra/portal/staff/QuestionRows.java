package dk.astra.portal.staff;

import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Question;
import dk.astra.portal.site.FormProblems;
import dk.astra.portal.site.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The meeting's own questions as rows of a form: {@code q0.label.da} and so on. Ids are made from the words; a question
 * that has one keeps it, so that what people answered stays its answer.
 */
final class QuestionRows {

    static final int MOST = 20;
    private static final List<String> NEEDS = List.of("DIET", "ACCESS");

    private final Typed typed;

    QuestionRows(Typed typed) {
        this.typed = typed;
    }

    /** A row as the form shows it. */
    public record Row(int number, String prefix, List<String> earlier, boolean special) {}

    /** A row whose question is asked, and its answers to choose from. */
    private record Asked(String id, String kind, List<OptionLines.Option> options) {}

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            String prefix = prefix(i);
            boolean special = List.of("hint.da", "hint.en", "min", "max", "maxLength", "after").stream()
                    .anyMatch(field -> typed.has(prefix + field));
            List<String> earlier =
                    IntStream.rangeClosed(1, i).mapToObj(Integer::toString).toList();
            rows.add(new Row(i + 1, prefix, earlier, special));
        }
        return rows;
    }

    private int count() {
        int count = 0;
        while (count < MOST && typed.values().containsKey(prefix(count) + "kind")) {
            count++;
        }
        return count;
    }

    private static String prefix(int row) {
        return "q" + row + ".";
    }

    /** Carries out a button that changes the rows only; false for every other button. */
    boolean press(String step) {
        if (step.equals("tilfoej")) {
            if (count() < MOST) {
                typed.with(prefix(count()) + "kind", Question.TEXT);
            }
            return true;
        }
        if (step.matches("fjern-\\d{1,2}")) {
            remove(Integer.parseInt(step.substring("fjern-".length())));
            return true;
        }
        return false;
    }

    private void remove(int removed) {
        int count = count();
        if (removed >= count) {
            return;
        }
        for (int row = removed; row < count; row++) {
            String to = prefix(row);
            typed.values().keySet().removeIf(name -> name.startsWith(to));
            String from = prefix(row + 1);
            Map<String, String> next = typed.values().entrySet().stream()
                    .filter(field -> row + 1 < count && field.getKey().startsWith(from))
                    .collect(Collectors.toMap(
                            field -> to + field.getKey().substring(from.length()), Map.Entry::getValue));
            next.replaceAll((name, value) -> name.endsWith(".after") ? without(value, removed + 1) : value);
            typed.values().putAll(next);
        }
    }

    /** The number of an earlier row after one is gone. */
    private static String without(String number, int removed) {
        if (!number.matches("\\d{1,2}") || Integer.parseInt(number) == removed) {
            return "";
        }
        int row = Integer.parseInt(number);
        return Integer.toString(row > removed ? row - 1 : row);
    }

    void show(Meeting meeting) {
        NEEDS.stream().filter(meeting::asks).forEach(need -> typed.with("asks." + need, "ja"));
        List<Question> questions = meeting.questions();
        for (int i = 0; i < questions.size() && i < MOST; i++) {
            show(questions.get(i), questions, prefix(i));
        }
    }

    private void show(Question question, List<Question> all, String prefix) {
        typed.with(prefix + "id", question.id())
                .with(prefix + "kind", question.kind())
                .with(prefix + "label.da", question.label().da())
                .with(prefix + "label.en", question.label().en())
                .with(prefix + "options", OptionLines.typed(question.options()))
                .with(prefix + "known", OptionLines.known(question.options()));
        if (question.isRequired()) {
            typed.with(prefix + "required", "ja");
        }
        if (question.hint() != null) {
            typed.with(prefix + "hint.da", question.hint().da());
            typed.with(prefix + "hint.en", question.hint().en());
        }
        number(prefix + "min", question.min());
        number(prefix + "max", question.max());
        number(prefix + "maxLength", question.maxLength());
        Question.Condition condition = question.condition();
        if (condition != null) {
            for (int row = 0; row < all.size(); row++) {
                Question earlier = all.get(row);
                if (earlier.id().equals(condition.question())) {
                    typed.with(prefix + "after", row + 1);
                    typed.with(
                            prefix + "answers",
                            condition.isOneOf().stream()
                                    .map(id -> OptionLines.word(earlier, id))
                                    .collect(Collectors.joining("; ")));
                }
            }
        }
    }

    private void number(String field, @Nullable Integer value) {
        if (value != null) {
            typed.with(field, value);
        }
    }

    /** Puts {@code questions} and {@code asksNeeds} into the request of a meeting. */
    void body(Map<String, Object> body, FormProblems problems, Wording wording) {
        List<Map<String, Object>> questions = new ArrayList<>();
        Map<Integer, Asked> asked = new LinkedHashMap<>();
        for (int row = 0; row < count(); row++) {
            questions.add(question(row, asked, problems, wording));
        }
        body.put("questions", questions);
        body.put(
                "asksNeeds",
                NEEDS.stream().filter(need -> typed.has("asks." + need)).toList());
    }

    private Map<String, Object> question(int row, Map<Integer, Asked> earlier, FormProblems problems, Wording wording) {
        String prefix = prefix(row);
        String kind = typed.get(prefix + "kind");
        boolean chosen = kind.equals(Question.CHOICE) || kind.equals(Question.CHOICES);
        if (!typed.has(prefix + "label.da")) {
            problems.add(prefix + "label.da", wording.say("error.question"));
        }
        Set<String> taken = earlier.values().stream().map(Asked::id).collect(Collectors.toSet());
        String id = typed.has(prefix + "id")
                ? typed.get(prefix + "id")
                : OptionLines.slug(typed.get(prefix + "label.da"), "spoergsmaal", taken);
        List<OptionLines.Option> options = chosen
                ? OptionLines.read(typed.get(prefix + "options"), typed.get(prefix + "known"))
                : List.of();
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("id", id);
        question.put("kind", kind);
        question.put("label", Map.of("da", typed.get(prefix + "label.da"), "en", typed.get(prefix + "label.en")));
        question.put("hint", Map.of("da", typed.get(prefix + "hint.da"), "en", typed.get(prefix + "hint.en")));
        question.put("required", typed.has(prefix + "required"));
        if (chosen) {
            question.put(
                    "options",
                    options.stream().map(OptionLines.Option::body).toList());
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
            question.put("condition", condition(prefix, earlier, problems, wording));
        }
        earlier.put(row + 1, new Asked(id, kind, options));
        return question;
    }

    private Map<String, Object> condition(
            String prefix, Map<Integer, Asked> earlier, FormProblems problems, Wording wording) {
        String number = typed.get(prefix + "after");
        Asked question = number.matches("\\d{1,2}") ? earlier.get(Integer.valueOf(number)) : null;
        if (question == null || (question.options().isEmpty() && !question.kind().equals(Question.YES_NO))) {
            problems.add(prefix + "after", wording.say("error.question.after"));
            return Map.of();
        }
        List<String> ids = new ArrayList<>();
        for (String word : typed.get(prefix + "answers").split("[;\\n]")) {
            String answer = OptionLines.idOf(word.strip(), question.options());
            if (answer != null) {
                ids.add(answer);
            }
            if (answer == null) {
                problems.add(prefix + "answers", wording.say("error.question.answers", word.strip()));
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

    /** Names of all fields of the rows. */
    Set<String> names() {
        return IntStream.range(0, count())
                .mapToObj(QuestionRows::prefix)
                .flatMap(prefix -> List.of(
                                "label.da", "label.en", "kind", "options", "hint.da", "hint.en", "min", "max", "maxLength",
                                "after", "answers")
                        .stream()
                        .map(field -> prefix + field))
                .collect(Collectors.toSet());
    }
}
