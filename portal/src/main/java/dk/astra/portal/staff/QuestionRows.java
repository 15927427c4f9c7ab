package dk.astra.portal.staff;

import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Question;
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
    static final List<String> NEEDS = List.of("DIET", "ACCESS");

    private final Typed typed;

    QuestionRows(Typed typed) {
        this.typed = typed;
    }

    /** A row as the form shows it. */
    public record Row(int number, String prefix, List<String> earlier, boolean special) {}

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

    int count() {
        int count = 0;
        while (count < MOST && typed.values().containsKey(prefix(count) + "kind")) {
            count++;
        }
        return count;
    }

    static String prefix(int row) {
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
            if (row + 1 < count) {
                typed.values().putAll(moved(prefix(row + 1), to, removed + 1));
            }
        }
    }

    private Map<String, String> moved(String from, String to, int removed) {
        Map<String, String> fields = new LinkedHashMap<>();
        typed.values().forEach((name, value) -> {
            if (name.startsWith(from)) {
                String kept = name.equals(from + "after") ? without(value, removed) : value;
                fields.put(to + name.substring(from.length()), kept);
            }
        });
        return fields;
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

    /** Names of all fields of the rows. */
    Set<String> names() {
        return IntStream.range(0, count())
                .mapToObj(QuestionRows::prefix)
                .flatMap(prefix -> List.of(
                                "label.da",
                                "label.en",
                                "kind",
                                "options",
                                "hint.da",
                                "hint.en",
                                "min",
                                "max",
                                "maxLength",
                                "after",
                                "answers")
                        .stream()
                        .map(field -> prefix + field))
                .collect(Collectors.toSet());
    }
}
