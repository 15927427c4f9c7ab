package dk.astra.registration;

import static dk.astra.registration.RegistrationApi.signUp;
import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.meetings.Question;
import dk.astra.contracts.meetings.QuestionCondition;
import dk.astra.contracts.meetings.QuestionKind;
import dk.astra.contracts.meetings.QuestionOption;
import dk.astra.registration.RegistrationApi.Answer;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.StreamRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Answers to a meeting's own questions: checked, kept, corrected, and never an obstacle when questions change (P2, P10). */
class AnswersIT extends RegistrationServiceTestBase {

    private static final Question BY = new Question(
            "by",
            QuestionKind.CHOICE,
            new LocalizedText("Hvordan kommer du?", ""),
            null,
            true,
            List.of(
                    new QuestionOption("bus", new LocalizedText("Bus", "")),
                    new QuestionOption("car", new LocalizedText("Bil", ""))),
            null,
            null,
            null,
            null);
    private static final Question PLATE = new Question(
            "plate",
            QuestionKind.TEXT,
            new LocalizedText("Nummerplade", ""),
            null,
            true,
            List.of(),
            null,
            null,
            20,
            new QuestionCondition("by", Set.of("car")));

    private Answer register(String meeting, String email, Map<String, String> answers, String... headers) {
        Map<String, Object> request = signUp(meeting, email);
        request.put("answers", answers);
        return api.register(request, headers);
    }

    private Answer correct(Answer signup, Map<String, Object> change) {
        return api.send(
                "PATCH",
                "/api/my-registrations",
                JsonMapper.shared().writeValueAsString(change),
                "X-Registration-Link",
                RegistrationApi.token(signup.text("link")));
    }

    @Test
    void keepsWhatIsAskedAndDropsWhatIsNot() {
        String meeting = scheduled(aMeeting().withId(newId()).asking(BY, PLATE));

        Answer car = register(meeting, "car@skole.example", Map.of("by", "car", "plate", "AB 12 345"));
        Answer bus = register(meeting, "bus@skole.example", Map.of("by", "bus", "plate", "AB 12 345"));

        assertThat(car.status()).isEqualTo(201);
        assertThat(api.my(car.text("link")).body().path("answers").path("plate").asString())
                .isEqualTo("AB 12 345");
        assertThat(api.my(bus.text("link")).body().path("answers").toString()).isEqualTo("{\"by\":\"bus\"}");
        assertThat(api.asOrganiser("GET", "/api/meetings/" + meeting + "/registrations", null)
                        .body()
                        .path("items")
                        .path(0)
                        .path("answers")
                        .path("by")
                        .asString())
                .isEqualTo("car");
    }

    @Test
    void refusesWithTheFieldAndStoresNothing() {
        String meeting = scheduled(aMeeting().withId(newId()).asking(BY, PLATE));

        Answer refused = register(meeting, "wrong@skole.example", Map.of("by", "plane", "shoe", "42"));
        Answer missing = register(meeting, "wrong@skole.example", Map.of("by", "car"));
        Map<String, Object> more = signUp(meeting, "not an address");
        more.put("answers", Map.of());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problemOf("answers.by")).isEqualTo("unknown-option");
        assertThat(refused.problemOf("answers.shoe")).isEqualTo("unknown-question");
        assertThat(refused.body().toString()).contains("Vælg blandt svarene");
        assertThat(missing.problemOf("answers.plate")).isEqualTo("required");
        assertThat(api.register(more).problemOf("answers.by"))
                .as("together with the other fields")
                .isEqualTo("required");
        assertThat(register(meeting, "wrong@skole.example", Map.of("by", "bus")).status())
                .isEqualTo(201);
    }

    @Test
    void answersARepeatAsBeforeWhenQuestionsChanged() {
        MeetingBuilder builder = aMeeting().withId(newId());
        String meeting = scheduled(builder);
        Answer first = api.register(signUp(meeting, "early@skole.example"), "Idempotency-Key", "early-" + meeting);

        changed(builder.withVersion(2).asking(BY), "questions");
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(
                                api.register(meeting, "late@skole.example").problemOf("answers.by"))
                        .isEqualTo("required"));

        Answer repeated = api.register(signUp(meeting, "early@skole.example"), "Idempotency-Key", "early-" + meeting);
        assertThat(repeated.status()).isBetween(200, 201);
        assertThat(repeated.text("registrationId")).isEqualTo(first.text("registrationId"));
        assertThat(correct(first, Map.of("name", "Et andet navn")).status())
                .as("who corrects the name need not answer")
                .isEqualTo(200);
        assertThat(correct(first, Map.of("answers", Map.of())).problemOf("answers.by"))
                .as("who corrects answers meets the new question")
                .isEqualTo("required");
        assertThat(correct(first, Map.of("answers", Map.of("by", "bus")))
                        .body()
                        .path("answers")
                        .path("by")
                        .asString())
                .isEqualTo("bus");
    }

    /** A leader answers for nobody: whoever was named is asked, and the seat does not depend on it. */
    @Test
    void namesWhatIsMissingOfSomebodyWhomALeaderSignedUp() {
        String meeting = scheduled(aMeeting().withId(newId()).asking(BY, PLATE));
        Answer group = GroupsIT.signUp(
                api,
                GroupsIT.group(
                        meeting,
                        "leader@skole.example",
                        "ALL",
                        GroupsIT.person("named@skole.example"),
                        GroupsIT.unnamed()));
        String named = GroupsIT.place(group, 1).path("registrationId").asString();

        assertThat(GroupsIT.statuses(group)).containsExactly("CONFIRMED", "CONFIRMED");
        StreamRecord created =
                streams.await("registrations", fact -> fact.subject().equals(named));
        assertThat(created.json().path("registration").path("unanswered").asBoolean())
                .isTrue();
        String link = api.internal("POST", "/internal/contacts", Map.of("registrationIds", List.of(named)))
                .body()
                .path("items")
                .path(0)
                .path("link")
                .asString();
        assertThat(api.my(link).body().path("missingAnswers").toString()).isEqualTo("[\"by\"]");
        assertThat(missing(meeting))
                .as("a place without a person misses nothing")
                .containsExactly("[\"by\"]", "[]");
        Answer answered = api.send(
                "PATCH",
                "/api/my-registrations",
                "{\"answers\":{\"by\":\"bus\"}}",
                "X-Registration-Link",
                RegistrationApi.token(link));
        assertThat(answered.body().path("missingAnswers").isEmpty()).isTrue();
        assertThat(missing(meeting)).containsExactly("[]", "[]");
    }

    private List<String> missing(String meeting) {
        return api.asOrganiser("GET", "/api/meetings/" + meeting + "/registrations", null)
                .body()
                .path("items")
                .valueStream()
                .map(one -> one.path("missingAnswers").toString())
                .toList();
    }
}
