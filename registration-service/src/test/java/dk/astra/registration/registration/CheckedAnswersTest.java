package dk.astra.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.meetings.Question;
import dk.astra.contracts.meetings.QuestionCondition;
import dk.astra.contracts.meetings.QuestionKind;
import dk.astra.contracts.meetings.QuestionOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedAnswersTest {

    private static final List<Question> ASKED = List.of(
            question("by", QuestionKind.CHOICE, true, null, "bus", "car"),
            question("plate", QuestionKind.TEXT, true, new QuestionCondition("by", Set.of("car"))),
            question("topics", QuestionKind.CHOICES, false, null, "wind", "sun", "sea"),
            question("pupils", QuestionKind.NUMBER, false, null),
            question("again", QuestionKind.YES_NO, false, null),
            question("when", QuestionKind.TEXT, false, new QuestionCondition("again", Set.of("YES"))));

    private static Question question(
            String id, QuestionKind kind, boolean required, @Nullable QuestionCondition condition, String... options) {
        return new Question(
                id,
                kind,
                new LocalizedText(id, ""),
                null,
                required,
                List.of(options).stream()
                        .map(option -> new QuestionOption(option, new LocalizedText(option, "")))
                        .toList(),
                kind == QuestionKind.NUMBER ? 0 : null,
                kind == QuestionKind.NUMBER ? 500 : null,
                kind == QuestionKind.TEXT ? 20 : null,
                condition);
    }

    private static CheckedAnswers check(Map<String, String> given) {
        return CheckedAnswers.of(ASKED, given, Map.of());
    }

    private static List<String> problems(CheckedAnswers checked) {
        return checked.problems().stream()
                .map(problem -> problem.field() + ":" + problem.code())
                .toList();
    }

    @Test
    void keepsAnswersOfEveryKind() {
        CheckedAnswers checked = check(
                Map.of("by", "car", "plate", " AB 12 345 ", "topics", "sea, wind,sea", "pupils", "024", "again", "NO"));

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.answers())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("by", "car", "plate", "AB 12 345", "topics", "wind,sea", "pupils", "24", "again", "NO"));
    }

    @Test
    void demandsWhatIsRequiredOfThoseItIsAskedOf() {
        assertThat(problems(check(Map.of()))).containsExactly("answers.by:required");
        assertThat(problems(check(Map.of("by", "car", "plate", " ")))).containsExactly("answers.plate:required");
        assertThat(problems(check(Map.of("by", "bus")))).isEmpty();
    }

    @Test
    void dropsAnAnswerToWhatIsNotAsked() {
        CheckedAnswers checked = check(Map.of("by", "bus", "plate", "AB 12 345", "when", "next year"));

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.answers()).containsExactly(Map.entry("by", "bus"));
    }

    @ParameterizedTest
    @CsvSource({
        "by, plane, unknown-option",
        "by, 'bus,car', unknown-option",
        "plate, AB 12 345 678 901 234, too-long",
        "topics, 'wind,rain', unknown-option",
        "topics, ',', unknown-option",
        "pupils, many, number-between",
        "pupils, 501, number-between",
        "pupils, -1, number-between",
        "pupils, 99999999999, number-between",
        "again, ja, yes-or-no",
        "shoe, 42, unknown-question",
    })
    void namesWhatIsWrong(String question, String answer, String code) {
        Map<String, String> given = new java.util.HashMap<>(Map.of("by", "car", "plate", "AB 12 345"));
        given.put(question, answer);

        assertThat(problems(check(given))).contains("answers." + question + ":" + code);
    }

    @Test
    void keepsWhatIsStoredOfQuestionsThatAreAskedNoMore() {
        CheckedAnswers checked = CheckedAnswers.of(
                ASKED, Map.of("by", "bus", "old", "changed"), Map.of("old", "as it was", "pupils", "3"));

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.answers())
                .as("an answer that was taken away is gone, one that nobody can see any more stays")
                .containsExactlyInAnyOrderEntriesOf(Map.of("by", "bus", "old", "as it was"));
    }

    @Test
    void takesWhatAChannelAskedWhereTheMeetingAsksNothing() {
        assertThat(CheckedAnswers.of(List.of(), Map.of("Forplejning", "ja"), Map.of())
                        .answers())
                .containsExactly(Map.entry("Forplejning", "ja"));
    }
}
