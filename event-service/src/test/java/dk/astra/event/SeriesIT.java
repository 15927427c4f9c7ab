package dk.astra.event;

import static dk.astra.event.MeetingJson.DAY;
import static dk.astra.event.MeetingJson.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.event.EventApi.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Twins: two meetings with the same content, East and West. */
class SeriesIT extends RunningService {

    private static String twins(boolean identical) {
        return "{\"identicalContent\": %s, \"meetings\": [%s, %s]}"
                .formatted(
                        identical,
                        aMeeting(),
                        aMeeting().on(DAY.plusDays(7)).with("side", "\"WEST\"").withCapacity(80));
    }

    private static List<String> ids(Response series) {
        return series.json()
                .path("meetings")
                .valueStream()
                .map(meeting -> meeting.path("id").asString())
                .toList();
    }

    @Test
    void makesTwinsKnowEachOther() {
        Response series = api.post("/api/series?schedule=true", twins(true));

        assertThat(series.status()).isEqualTo(201);
        List<String> ids = ids(series);
        String seriesId = series.json().path("seriesId").asString();
        assertThat(series.header("Location")).isEqualTo("/api/series/" + seriesId);
        for (int i = 0; i < 2; i++) {
            JsonNode state = facts(ids.get(i), 1).getFirst().json().path("meeting");
            assertThat(state.path("seriesId").asString()).isEqualTo(seriesId);
            assertThat(state.path("identicalContent").asBoolean()).isTrue();
            assertThat(state.path("twins").valueStream().map(JsonNode::asString))
                    .containsExactly(ids.get(1 - i));
            assertThat(state.path("status").asString()).isEqualTo("SCHEDULED");
        }
        assertThat(ids(api.anonymous().get("/api/series/" + seriesId))).isEqualTo(ids);
    }

    @Test
    void keepsTwinsAlike() {
        List<String> ids = ids(api.post("/api/series?schedule=true", twins(true)));

        MeetingJson changed = aMeeting()
                .withTitle("Temadag om vand")
                .with("description.da", "\"Kun om denne dag\"")
                .with("programme", """
                        [{"startsAt": "09:30", "title": {"da": "Kaffe"}}, {"startsAt": "10:00", "title": {"da": "Vand"}}]""");
        assertThat(api.put("/api/meetings/" + ids.getFirst(), changed).status()).isEqualTo(200);

        JsonNode twin = api.get("/api/meetings/" + ids.getLast()).json();
        assertThat(twin.path("title").path("da").asString()).isEqualTo("Temadag om vand");
        assertThat(twin.path("programme").size()).isEqualTo(2);
        assertThat(twin.path("description").path("da").asString()).isEqualTo("En dag med forsøg.");
        assertThat(twin.path("capacity").asInt()).isEqualTo(80);
        assertThat(twin.path("version").asInt()).isEqualTo(2);
        assertThat(facts(ids.getLast(), 2)
                        .getLast()
                        .json()
                        .path("changed")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder("title", "programme");
        // what twins need not share does not reach the other one
        api.put("/api/meetings/" + ids.getFirst(), changed.with("description.da", "\"Endnu en gang\""));
        assertThat(api.get("/api/meetings/" + ids.getLast())
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void tellsNobodyOfDrafts() {
        Response series = api.post("/api/series", twins(true));
        String path = "/api/series/" + series.json().path("seriesId").asString();

        assertThat(ids(api.get(path))).hasSize(2);
        assertThat(api.anonymous().get(path).status()).isEqualTo(404);
        assertThat(api.anonymous().post("/api/series", twins(true)).status()).isEqualTo(401);
    }

    @Test
    void keepsMeetingsOfOrdinarySeriesApart() {
        Response series = api.post("/api/series", twins(false));

        assertThat(series.json()
                        .path("meetings")
                        .get(0)
                        .path("identicalContent")
                        .asBoolean())
                .isFalse();
        assertThat(series.json().path("meetings").get(0).path("twins").size()).isZero();
    }

    @Test
    void storesNothingOfSeriesThatIsWrong() {
        double before = count();

        assertThat(api.post(
                                "/api/series",
                                "{\"meetings\": [%s, %s]}"
                                        .formatted(aMeeting(), aMeeting().withCapacity(0)))
                        .errors())
                .containsExactly("meetings[1].capacity:not-between");

        assertThat(count()).isEqualTo(before);
    }

    private double count() {
        return api.get("/api/meetings?status=DRAFT&limit=200")
                .json()
                .path("items")
                .size();
    }
}
