package dk.astra.event;

import static dk.astra.event.MeetingJson.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.event.EventApi.Response;
import org.junit.jupiter.api.Test;

/** What a meeting asks at sign-up is stored, told to everybody, and changed with the meeting. */
class QuestionsIT extends RunningService {

    private static final String QUESTIONS = """
            [{"id": "workshop", "kind": "CHOICE", "label": {"da": "Hvilket værksted?", "en": "Which workshop?"},
              "required": true, "options": [{"id": "507f1f77bcf86cd799439011", "label": {"da": "Vind"}}]},
             {"id": "why", "kind": "TEXT", "label": {"da": "Hvorfor?"}, "maxLength": 80,
              "condition": {"question": "workshop", "isOneOf": ["507f1f77bcf86cd799439011"]}}]""";

    @Test
    void tellsWhatItAsks() {
        Response created = api.post(
                "/api/meetings?schedule=true",
                aMeeting().with("questions", QUESTIONS).with("asksNeeds", "[\"ACCESS\", \"DIET\"]"));

        Response read =
                api.anonymous().get("/api/meetings/" + created.json().path("id").asString());

        assertThat(created.status()).isEqualTo(201);
        assertThat(read.json().path("questions").size()).isEqualTo(2);
        assertThat(read.json()
                        .path("questions")
                        .path(0)
                        .path("options")
                        .path(0)
                        .path("id")
                        .asString())
                .as("an id that looks like one of the store's stays text")
                .isEqualTo("507f1f77bcf86cd799439011");
        assertThat(read.json()
                        .path("questions")
                        .path(1)
                        .path("condition")
                        .path("question")
                        .asString())
                .isEqualTo("workshop");
        assertThat(read.json().path("asksNeeds").toString()).isEqualTo("[\"DIET\",\"ACCESS\"]");
    }

    @Test
    void changesWhatItAsksWithTheMeeting() {
        Response created = api.post("/api/meetings?schedule=true", aMeeting());
        String path = "/api/meetings/" + created.json().path("id").asString();

        Response asked = api.put(path, aMeeting().with("questions", QUESTIONS));
        Response again = api.put(path, aMeeting().with("questions", QUESTIONS));
        Response silent = api.put(path, aMeeting());

        assertThat(created.json().path("questions").isEmpty()).isTrue();
        assertThat(asked.json().path("version").asInt())
                .isEqualTo(created.json().path("version").asInt() + 1);
        assertThat(again.json().path("version"))
                .as("nothing changed")
                .isEqualTo(asked.json().path("version"));
        assertThat(silent.json().path("questions").isEmpty()).isTrue();
    }

    @Test
    void refusesWhatCannotBeAsked() {
        Response refused = api.post(
                "/api/meetings",
                aMeeting()
                        .with("questions", QUESTIONS.replace("\"why\"", "\"workshop\""))
                        .with("asksNeeds", "[\"SLEEP\"]"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors())
                .containsExactlyInAnyOrder("questions[1].id:repeated-id", "asksNeeds[0]:unknown-value");
    }
}
