package dk.astra.event.meetings.web;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.meetings.Need;
import dk.astra.contracts.meetings.Question;
import dk.astra.contracts.meetings.QuestionCondition;
import dk.astra.contracts.meetings.QuestionKind;
import dk.astra.contracts.meetings.QuestionOption;
import dk.astra.event.meetings.Questionnaire;
import dk.astra.event.meetings.web.QuestionRequest.ConditionRequest;
import dk.astra.event.meetings.web.QuestionRequest.OptionRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a meeting asks at sign-up: ids that stay apart, and conditions that only look back. */
final class QuestionParts {

    static final int MOST_QUESTIONS = 20;
    static final int MOST_OPTIONS = 30;

    private static final Pattern QUESTION_ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern OPTION_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Set<String> YES_OR_NO = Set.of("YES", "NO");
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_HINT = 300;
    private static final int LONGEST_ANSWER = 500;
    private static final int GREATEST_NUMBER = 1_000_000;

    private final Map<String, Set<String>> earlier = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();

    private QuestionParts() {}

    /** What cannot be read is left out; then the fields know why. */
    static Questionnaire questionnaire(
            Fields fields,
            @Nullable List<@Nullable QuestionRequest> questions,
            @Nullable List<@Nullable String> needs) {
        return new Questionnaire(new QuestionParts().questions(fields, questions), needs(fields, needs));
    }

    private static Set<Need> needs(Fields fields, @Nullable List<@Nullable String> request) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        if (request == null) {
            return needs;
        }
        if (request.size() > MOST_QUESTIONS) {
            fields.reject("asksNeeds", "too-many", Integer.toString(Need.values().length));
            return needs;
        }
        for (int i = 0; i < request.size(); i++) {
            Need need = fields.oneOf("asksNeeds[" + i + "]", request.get(i), Need.class);
            if (need != null) {
                needs.add(need);
            }
        }
        return needs;
    }

    private List<Question> questions(Fields fields, @Nullable List<@Nullable QuestionRequest> request) {
        List<Question> questions = new ArrayList<>();
        if (request == null) {
            return questions;
        }
        if (request.size() > MOST_QUESTIONS) {
            fields.reject("questions", "too-many", Integer.toString(MOST_QUESTIONS));
            return questions;
        }
        for (int i = 0; i < request.size(); i++) {
            QuestionRequest one = request.get(i);
            if (one == null) {
                fields.reject("questions[" + i + "]", "required");
                continue;
            }
            Question question = question(fields.below("questions[" + i + "]"), one);
            if (question != null) {
                questions.add(question);
            }
        }
        return questions;
    }

    private @Nullable Question question(Fields fields, QuestionRequest request) {
        String id = id(fields, request.id(), QUESTION_ID, ids);
        QuestionKind kind = fields.oneRequired("kind", request.kind(), QuestionKind.class);
        LocalizedText label = fields.localized("label", request.label(), LONGEST_LABEL);
        LocalizedText hint = hint(fields, request.hint());
        List<QuestionOption> options = options(fields, request.options(), kind);
        boolean counts = kind == QuestionKind.NUMBER;
        Integer min = number(fields, "min", request.min(), counts, -GREATEST_NUMBER, GREATEST_NUMBER);
        Integer max = number(fields, "max", request.max(), counts, -GREATEST_NUMBER, GREATEST_NUMBER);
        if (min != null && max != null && min > max) {
            fields.reject("min", "least-above-most");
        }
        Integer longest =
                number(fields, "maxLength", request.maxLength(), kind == QuestionKind.TEXT, 1, LONGEST_ANSWER);
        QuestionCondition condition = condition(fields, request.condition());
        if (id == null || kind == null || label == null) {
            return null;
        }
        earlier.put(id, answersOf(kind, options));
        boolean required = Boolean.TRUE.equals(request.required());
        return new Question(id, kind, label, hint, required, options, min, max, longest, condition);
    }

    private static Set<String> answersOf(QuestionKind kind, List<QuestionOption> options) {
        return kind == QuestionKind.YES_NO
                ? YES_OR_NO
                : options.stream().map(QuestionOption::id).collect(Collectors.toSet());
    }

    private static @Nullable String id(Fields fields, @Nullable String value, Pattern slug, Set<String> taken) {
        String id = fields.matching("id", value, slug, "invalid-slug");
        if (id == null) {
            if (!fields.isWrong("id")) {
                fields.reject("id", "required");
            }
            return null;
        }
        if (!taken.add(id)) {
            fields.reject("id", "repeated-id");
            return null;
        }
        return id;
    }

    private static @Nullable LocalizedText hint(Fields fields, @Nullable TextRequest request) {
        boolean given = request != null
                && ((request.da() != null && !request.da().isBlank())
                        || (request.en() != null && !request.en().isBlank()));
        return given ? fields.localized("hint", request, LONGEST_HINT) : null;
    }

    private static List<QuestionOption> options(
            Fields fields, @Nullable List<@Nullable OptionRequest> request, @Nullable QuestionKind kind) {
        boolean chosen = kind == QuestionKind.CHOICE || kind == QuestionKind.CHOICES;
        List<QuestionOption> options = new ArrayList<>();
        if (request == null || request.isEmpty()) {
            if (chosen) {
                fields.reject("options", "required");
            }
            return options;
        }
        if (kind != null && !chosen) {
            fields.reject("options", "not-for-this-kind");
            return options;
        }
        if (request.size() > MOST_OPTIONS) {
            fields.reject("options", "too-many", Integer.toString(MOST_OPTIONS));
            return options;
        }
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < request.size(); i++) {
            OptionRequest option = request.get(i);
            if (option == null) {
                fields.reject("options[" + i + "]", "required");
                continue;
            }
            Fields below = fields.below("options[" + i + "]");
            String id = id(below, option.id(), OPTION_ID, taken);
            LocalizedText label = below.localized("label", option.label(), LONGEST_LABEL);
            if (id != null && label != null) {
                options.add(new QuestionOption(id, label));
            }
        }
        return options;
    }

    private static @Nullable Integer number(
            Fields fields, String field, @Nullable Integer value, boolean fits, int least, int most) {
        if (value == null) {
            return null;
        }
        if (!fits) {
            fields.reject(field, "not-for-this-kind");
            return null;
        }
        return fields.number(field, value, least, most);
    }

    private @Nullable QuestionCondition condition(Fields outer, @Nullable ConditionRequest request) {
        if (request == null) {
            return null;
        }
        Fields fields = outer.below("condition");
        String question = request.question() == null ? "" : request.question().strip();
        Set<String> answers = earlier.get(question);
        if (answers == null || answers.isEmpty()) {
            fields.reject("question", "not-an-earlier-question");
            return null;
        }
        Set<String> isOneOf = new LinkedHashSet<>();
        List<@Nullable String> given = request.isOneOf() == null ? List.of() : request.isOneOf();
        for (int i = 0; i < given.size(); i++) {
            String answer = given.get(i);
            if (answer == null || !answers.contains(answer)) {
                fields.reject(
                        "isOneOf[" + i + "]",
                        "unknown-value",
                        String.join(", ", answers.stream().sorted().toList()));
                return null;
            }
            isOneOf.add(answer);
        }
        if (isOneOf.isEmpty()) {
            fields.reject("isOneOf", "required");
            return null;
        }
        return new QuestionCondition(question, isOneOf);
    }
}
