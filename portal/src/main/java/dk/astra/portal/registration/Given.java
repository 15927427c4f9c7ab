package dk.astra.portal.registration;

import dk.astra.portal.meetings.Meeting;
import dk.astra.portal.meetings.Question;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person answered to a meeting's own questions, and what they need. It is read from the request and not bound: how
 * many answers there are is the meeting's choice, and how many fields a request has is anybody's.
 *
 * @param answers by question id; several where several options were chosen
 * @param withdraws what was told of needs is to be deleted
 */
record Given(
        Map<String, List<String>> answers,
        List<String> diet,
        String dietText,
        String access,
        boolean consents,
        boolean withdraws) {

    static final String ANSWER = "answer-";
    static final Given NOTHING = new Given(Map.of(), List.of(), "", "", false, false);

    private static final Pattern FIELD = Pattern.compile(ANSWER + "[a-z][a-z0-9-]{0,39}");
    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,40}");
    private static final int MOST_QUESTIONS = 20;
    private static final int MOST_OPTIONS = 30;

    /** What goes along where nothing can be typed. */
    record Hidden(String name, String value) {}

    static Given of(HttpServletRequest request) {
        Map<String, String[]> parameters = request.getParameterMap();
        Map<String, List<String>> answers = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (answers.size() < MOST_QUESTIONS && FIELD.matcher(name).matches()) {
                List<String> typed = typed(values);
                if (!typed.isEmpty()) {
                    answers.put(name.substring(ANSWER.length()), typed);
                }
            }
        });
        List<String> diet = typed(parameters.get("diet")).stream()
                .filter(code -> CODE.matcher(code).matches())
                .toList();
        return new Given(
                answers,
                diet,
                first(parameters.get("dietText")),
                first(parameters.get("access")),
                !first(parameters.get("consent")).isEmpty(),
                !first(parameters.get("withdraw")).isEmpty());
    }

    static Given of(MyRegistration mine, @Nullable Meeting meeting) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        Map<String, String> stored = mine.answers() == null ? Map.of() : mine.answers();
        for (Question question : meeting == null ? List.<Question>of() : meeting.questions()) {
            String answer = stored.get(question.id());
            if (answer != null) {
                boolean several = question.kind().equals(Question.CHOICES);
                answers.put(question.id(), several ? List.of(answer.split(",")) : List.of(answer));
            }
        }
        MyRegistration.Needs needs = mine.needs();
        return needs == null
                ? new Given(answers, List.of(), "", "", false, false)
                : new Given(
                        answers,
                        needs.diet(),
                        needs.dietText() == null ? "" : needs.dietText(),
                        needs.access() == null ? "" : needs.access(),
                        true,
                        false);
    }

    private static List<String> typed(String @Nullable [] values) {
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .limit(MOST_OPTIONS)
                        .map(SignUpForm::clean)
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .toList();
    }

    private static String first(String @Nullable [] values) {
        return values == null || values.length == 0 ? "" : SignUpForm.clean(values[0]);
    }

    /** All answers to a question; none where it was not answered. */
    List<String> to(Question question) {
        List<String> typed = answers.get(question.id());
        if (typed == null) {
            return List.of();
        }
        return question.kind().equals(Question.CHOICES) ? typed : List.of(typed.getFirst());
    }

    /** The answers to what is asked of this person, as registration-service takes them. */
    Map<String, String> answersTo(@Nullable Meeting meeting) {
        Map<String, String> sent = new LinkedHashMap<>();
        if (meeting == null) { // which questions it has is not known now: registration-service knows
            answers.forEach((id, typed) -> sent.put(id, String.join(",", typed)));
            return sent;
        }
        for (Question question : meeting.questions()) {
            List<String> typed = to(question);
            if (!typed.isEmpty() && isAsked(question, sent)) {
                sent.put(question.id(), String.join(",", typed));
            }
        }
        return sent;
    }

    /** @param earlier answers to the questions before */
    static boolean isAsked(Question question, Map<String, String> earlier) {
        Question.Condition condition = question.condition();
        if (condition == null) {
            return true;
        }
        String answer = earlier.get(condition.question());
        return answer != null && Arrays.stream(answer.split(",")).anyMatch(condition.isOneOf()::contains);
    }

    boolean hasNeeds() {
        return !diet.isEmpty() || !dietText.isEmpty() || !access.isEmpty();
    }

    /** What of the needs the meeting asks for; null where nothing was told. */
    @Nullable
    Map<String, Object> needsFor(@Nullable Meeting meeting) {
        boolean food = meeting == null || meeting.asks("DIET");
        boolean help = meeting == null || meeting.asks("ACCESS");
        Map<String, Object> needs = new LinkedHashMap<>();
        if (food && !diet.isEmpty()) {
            needs.put("diet", diet);
        }
        if (food && !dietText.isEmpty()) {
            needs.put("dietText", dietText);
        }
        if (help && !access.isEmpty()) {
            needs.put("access", access);
        }
        if (needs.isEmpty()) {
            return null;
        }
        needs.put("consent", consents);
        return needs;
    }

    public List<Hidden> hidden() {
        List<Hidden> hidden = new ArrayList<>();
        answers.forEach((id, typed) -> typed.forEach(value -> hidden.add(new Hidden(ANSWER + id, value))));
        diet.forEach(code -> hidden.add(new Hidden("diet", code)));
        Stream.of(
                        new Hidden("dietText", dietText),
                        new Hidden("access", access),
                        new Hidden("consent", consents ? "ja" : ""))
                .filter(field -> !field.value().isEmpty())
                .forEach(hidden::add);
        return hidden;
    }

    /** The same for the same answers; empty where nothing was asked. */
    String fingerprint() {
        return answers.isEmpty() && !hasNeeds()
                ? ""
                : new TreeMap<>(answers) + "\n" + diet + "\n" + dietText + "\n" + access + "\n" + consents;
    }
}
