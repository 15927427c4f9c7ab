package dk.astra.registration.registration;

import dk.astra.contracts.meetings.Question;
import dk.astra.contracts.meetings.QuestionCondition;
import dk.astra.contracts.meetings.QuestionOption;
import dk.astra.web.FieldProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers held against what a meeting asks (docs/adr/0014). An answer to a question that is not asked of this person is
 * dropped; one to a question that is asked no more stays as it was stored.
 *
 * @param answers by question id: the text, the number, {@code YES} or {@code NO}, the option's id, several with commas
 * @param problems named {@code answers.<id>}
 */
public record CheckedAnswers(Map<String, String> answers, List<FieldProblem> problems) {

    private static final int LONGEST = 500;
    private static final int GREATEST_NUMBER = 1_000_000;

    /**
     * A meeting without questions of its own takes what a channel asked.
     *
     * @param stored answers from before, which may be to other questions
     */
    public static CheckedAnswers of(List<Question> asked, Map<String, String> given, Map<String, String> stored) {
        return asked.isEmpty() ? new CheckedAnswers(given, List.of()) : new Reading(asked, given).held(stored);
    }

    private static final class Reading {

        private final List<Question> asked;
        private final Map<String, String> given;
        private final Map<String, String> answers = new LinkedHashMap<>();
        private final List<FieldProblem> problems = new ArrayList<>();

        Reading(List<Question> asked, Map<String, String> given) {
            this.asked = asked;
            this.given = given;
        }

        CheckedAnswers held(Map<String, String> stored) {
            Set<String> ids = asked.stream().map(Question::id).collect(Collectors.toSet());
            given.keySet().stream()
                    .filter(id -> !ids.contains(id) && !stored.containsKey(id))
                    .forEach(id -> problems.add(new FieldProblem("answers." + id, "unknown-question")));
            for (Question question : asked) {
                if (isAsked(question)) {
                    read(question);
                }
            }
            stored.forEach((id, answer) -> {
                if (!ids.contains(id)) {
                    answers.put(id, answer);
                }
            });
            return new CheckedAnswers(answers, problems);
        }

        /** Only of earlier questions, so what was accepted of them decides. */
        private boolean isAsked(Question question) {
            QuestionCondition condition = question.condition();
            if (condition == null) {
                return true;
            }
            String answer = answers.get(condition.question());
            return answer != null && Arrays.stream(answer.split(",")).anyMatch(condition.isOneOf()::contains);
        }

        private void read(Question question) {
            String field = "answers." + question.id();
            String answer = given.get(question.id());
            if (answer == null || answer.isBlank()) {
                if (question.required()) {
                    problems.add(new FieldProblem(field, "required"));
                }
                return;
            }
            String text = answer.strip();
            String accepted = switch (question.kind()) {
                case TEXT -> text(question, field, text);
                case NUMBER -> number(question, field, text);
                case YES_NO -> text.equals("YES") || text.equals("NO") ? text : refused(field, "yes-or-no");
                case CHOICE -> chosen(question, field, List.of(text));
                case CHOICES -> chosen(question, field, List.of(text.split("\\s*,\\s*")));
            };
            if (accepted != null) {
                answers.put(question.id(), accepted);
            }
        }

        private @Nullable String text(Question question, String field, String text) {
            Integer longest = question.maxLength();
            int most = longest == null ? LONGEST : longest;
            return text.length() > most ? refused(field, "too-long", most) : text;
        }

        private @Nullable String number(Question question, String field, String text) {
            Integer min = question.min();
            Integer max = question.max();
            int least = min == null ? -GREATEST_NUMBER : min;
            int most = max == null ? GREATEST_NUMBER : max;
            if (!text.matches("-?\\d{1,7}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                return refused(field, "number-between", Integer.toString(least), Integer.toString(most));
            }
            return Integer.toString(Integer.parseInt(text));
        }

        /** In the order of the options, each once. */
        private @Nullable String chosen(Question question, String field, List<String> chosen) {
            List<String> ids =
                    question.options().stream().map(QuestionOption::id).toList();
            if (chosen.isEmpty() || !ids.containsAll(chosen)) {
                return refused(field, "unknown-option", String.join(", ", ids));
            }
            return ids.stream().filter(chosen::contains).collect(Collectors.joining(","));
        }

        private @Nullable String refused(String field, String code, Object... arguments) {
            problems.add(new FieldProblem(field, code, List.of(arguments)));
            return null;
        }
    }
}
