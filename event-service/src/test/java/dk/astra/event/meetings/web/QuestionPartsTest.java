package dk.astra.event.meetings.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.astra.contracts.meetings.Need;
import dk.astra.event.meetings.Questionnaire;
import dk.astra.web.InvalidFields;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class QuestionPartsTest {

    private static final String WORKSHOP = """
            {"id": "workshop", "kind": "CHOICE", "label": {"da": "Hvilket værksted?"}, "required": true,
             "options": [{"id": "wind", "label": {"da": "Vind"}}, {"id": "sun", "label": {"da": "Sol"}}]}""";

    private static Questionnaire read(String questions, String... needs) {
        Fields fields = new Fields();
        List<QuestionRequest> request = JsonMapper.shared().readValue("[" + questions + "]", new TypeReference<>() {});
        Questionnaire read = QuestionParts.questionnaire(fields, request, List.of(needs));
        fields.throwIfAny();
        return read;
    }

    private static List<String> problems(String questions, String... needs) {
        InvalidFields refused = catchThrowableOfType(InvalidFields.class, () -> read(questions, needs));
        return refused == null
                ? List.of()
                : refused.fields().stream()
                        .map(field -> field.field() + ":" + field.code())
                        .toList();
    }

    private static String question(String fields) {
        return "{\"id\": \"more\", \"label\": {\"da\": \"Mere?\"}, " + fields + "}";
    }

    @Test
    void readsQuestionsInOrderWithTheirConditions() {
        Questionnaire read = read(
                WORKSHOP
                        + ","
                        + question(
                                "\"kind\": \"TEXT\", \"maxLength\": 80, \"condition\": {\"question\": \"workshop\", \"isOneOf\": [\"sun\"]}"),
                "DIET",
                "ACCESS",
                "DIET");

        assertThat(read.questions()).extracting("id").containsExactly("workshop", "more");
        assertThat(read.questions().getFirst().required()).isTrue();
        assertThat(read.questions().getLast().condition())
                .hasToString("QuestionCondition[question=workshop, isOneOf=[sun]]");
        assertThat(read.asksNeeds()).containsExactlyInAnyOrder(Need.DIET, Need.ACCESS);
    }

    @Test
    void asksNothingWhereNothingIsSaid() {
        assertThat(QuestionParts.questionnaire(new Fields(), null, null)).isEqualTo(Questionnaire.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"SONG\" | kind:unknown-value",
                "\"kind\": \"CHOICE\" | options:required",
                "\"kind\": \"TEXT\", \"options\": [{\"id\": \"a\", \"label\": {\"da\": \"A\"}}] | options:not-for-this-kind",
                "\"kind\": \"TEXT\", \"min\": 1 | min:not-for-this-kind",
                "\"kind\": \"TEXT\", \"maxLength\": 501 | maxLength:not-between",
                "\"kind\": \"NUMBER\", \"maxLength\": 5 | maxLength:not-for-this-kind",
                "\"kind\": \"NUMBER\", \"min\": 5, \"max\": 4 | min:least-above-most",
                "\"kind\": \"NUMBER\", \"max\": 1000001 | max:not-between",
                "\"kind\": \"YES_NO\", \"hint\": {\"da\": \"Ring 010190-1234\"} | hint.da:cpr-number",
                "\"kind\": \"TEXT\", \"condition\": {\"question\": \"more\", \"isOneOf\": [\"YES\"]} | condition.question:not-an-earlier-question",
                "\"kind\": \"TEXT\", \"condition\": {\"question\": \"workshop\", \"isOneOf\": []} | condition.isOneOf:required",
                "\"kind\": \"TEXT\", \"condition\": {\"question\": \"workshop\", \"isOneOf\": [\"rain\"]} | condition.isOneOf[0]:unknown-value",
            })
    void namesWhatIsWrongWithAQuestion(String fields, String problem) {
        assertThat(problems(WORKSHOP + "," + question(fields))).containsExactly("questions[1]." + problem);
    }

    @Test
    void keepsIdsApart() {
        assertThat(problems(WORKSHOP + "," + WORKSHOP)).containsExactly("questions[1].id:repeated-id");
        assertThat(problems("{\"id\": \"Stor\", \"kind\": \"TEXT\", \"label\": {\"da\": \"x\"}}"))
                .containsExactly("questions[0].id:invalid-slug");
        assertThat(problems("{\"id\": \"a.b\", \"kind\": \"TEXT\", \"label\": {\"da\": \"x\"}}"))
                .containsExactly("questions[0].id:invalid-slug");
        assertThat(problems("null")).containsExactly("questions[0]:required");
    }

    @Test
    void knowsItsLimits() {
        String many = String.join(
                ",",
                IntStream.range(0, 21)
                        .mapToObj(i -> "{\"id\": \"q" + i + "\", \"kind\": \"TEXT\", \"label\": {\"da\": \"x\"}}")
                        .toList());
        assertThat(problems(many)).containsExactly("questions:too-many");
        String options = String.join(",", Collections.nCopies(31, "{\"id\": \"a\", \"label\": {\"da\": \"A\"}}"));
        assertThat(problems(question("\"kind\": \"CHOICES\", \"options\": [" + options + "]")))
                .containsExactly("questions[0].options:too-many");
        assertThat(problems(WORKSHOP, "SLEEP")).containsExactly("asksNeeds[0]:unknown-value");
    }
}
