package dk.astra.event;

import static dk.astra.event.MeetingJson.DAY;
import static dk.astra.event.MeetingJson.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.event.EventApi.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** P10: bad input gets a problem that names the field and the remedy, and changes nothing. */
class BadInputIT extends RunningService {

    /** The Sunday on which clocks go forward. */
    private static final LocalDate SPRING =
            LocalDate.of(DAY.getYear(), Month.MARCH, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));

    @Test
    void namesEverythingThatIsMissing() {
        Response refused = api.post("/api/meetings", "{}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("invalid-fields");
        assertThat(refused.errors())
                .containsExactlyInAnyOrder(
                        "type:required",
                        "network:required",
                        "format:required",
                        "title:required",
                        "description:required",
                        "audience:required",
                        "startsAt:required",
                        "endsAt:required",
                        "contact:required",
                        "capacity:required");
    }

    @Test
    void namesEverythingThatIsWrong() {
        Response refused = api.post(
                "/api/meetings",
                aMeeting()
                        .with("type", "\"PARTY\"")
                        .with("side", "\"NORTH\"")
                        .with("title.da", "\"" + "x".repeat(161) + "\"")
                        .with("description.en", "\"Ring til 010190-1234\"")
                        .with("venue.postalCode", "\"41800\"")
                        .with("venue.municipalityCode", "\"34\"")
                        .with("contact.email", "\"eud@\"")
                        .with("agendaTags", "[\"A B C\"]")
                        .with("programme", "[{\"startsAt\": \"9.30\", \"title\": {\"da\": \"Velkomst\"}}]")
                        .with("capacity", "0"));

        assertThat(refused.errors())
                .containsExactlyInAnyOrder(
                        "type:unknown-value",
                        "side:unknown-value",
                        "title.da:too-long",
                        "description.en:cpr-number",
                        "venue.postalCode:four-digits",
                        "venue.municipalityCode:four-digits",
                        "contact.email:invalid-email",
                        "agendaTags[0]:invalid-tag",
                        "programme[0].startsAt:invalid-time-of-day",
                        "capacity:not-between");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type | \"THEME\" | type:unknown-value",
                "capacity | 10001 | capacity:not-between",
                "capacity | \"mange\" | capacity:invalid-value",
                "capacity | 2.5 | capacity:invalid-value",
                "title | \"Temadag\" | title:invalid-value",
                "title.da | \"  \" | title.da:required",
                "title.da | \"\\u0000\" | title.da:unreadable-characters",
                "audience.da | \"0101901234\" | audience.da:cpr-number",
                "venue | null | venue:required",
                "venue.town | null | venue.town:required",
                "side | null | side:required",
                "zone | \"Europe/Atlantis\" | zone:unknown-zone",
                "startsAt | \"i morgen\" | startsAt:invalid-time",
                "startsAt | \"+999999999-01-01T00:00\" | startsAt:year-out-of-range",
                "startsAt | \"2027-02-30T09:00\" | startsAt:invalid-time",
                "contact.role | \"010190-1234\" | contact.role:cpr-number",
                "registrationOpensAt | \"2101-01-01T00:00\" | registrationOpensAt:year-out-of-range",
            })
    void refusesField(String field, String value, String problem) {
        Response refused = api.post("/api/meetings", aMeeting().with(field, value));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsExactly(problem);
    }

    @Test
    void refusesHalfOfCharacter() {
        String half = aMeeting().toString().replace("Temadag om energi", "\\ud800");

        assertThat(api.post("/api/meetings", half).errors()).containsExactly("title.da:unreadable-characters");
    }

    @Test
    void refusesHourThatClocksLeaveOut() {
        Response refused = api.post(
                "/api/meetings",
                aMeeting()
                        .at(SPRING.atTime(2, 30), SPRING.atTime(10, 0))
                        .with("registrationClosesAt", "\"" + SPRING.minusDays(200) + "T02:30\"")
                        .with("cancellationDeadline", "\"" + SPRING + "T02:59\""));

        assertThat(refused.errors())
                .containsExactlyInAnyOrder("startsAt:nonexistent-time", "cancellationDeadline:nonexistent-time");
        assertThat(refused.json().path("errors").get(0).path("message").asString())
                .startsWith("Tidspunktet findes ikke, fordi uret stilles frem");
        // the same hour exists in a zone without summer time
        assertThat(api.post(
                                "/api/meetings",
                                aMeeting()
                                        .at(SPRING.atTime(2, 30), SPRING.atTime(10, 0))
                                        .with("zone", "\"Atlantic/Reykjavik\""))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void refusesTimesOutOfOrder() {
        Response refused = api.post(
                "/api/meetings",
                aMeeting()
                        .at(DAY.atTime(12, 0), DAY.atTime(11, 0))
                        .with("registrationOpensAt", "\"" + DAY + "T14:00\"")
                        .with("registrationClosesAt", "\"" + DAY + "T13:00\"")
                        .with("cancellationDeadline", "\"" + DAY + "T12:01\""));

        assertThat(refused.errors())
                .containsExactlyInAnyOrder(
                        "endsAt:end-before-start",
                        "registrationClosesAt:closes-before-opening",
                        "registrationClosesAt:after-start",
                        "cancellationDeadline:after-start");
    }

    @Test
    void refusesToScheduleWhatIsOver() {
        MeetingJson yesterday = aMeeting().on(LocalDate.now().minusDays(1));

        Response draft = api.post("/api/meetings", yesterday);

        assertThat(draft.status()).isEqualTo(201);
        assertThat(api.post("/api/meetings?schedule=true", yesterday).errors()).containsExactly("startsAt:in-past");
        assertThat(api.post("/api/meetings/" + draft.id() + "/schedule", "").errors())
                .containsExactly("startsAt:in-past");
    }

    @Test
    void wantsNoPlaceOfOnlineMeeting() {
        assertThat(api.post("/api/meetings", aMeeting().with("format", "\"ONLINE\""))
                        .errors())
                .containsExactly("venue:not-when-online");
        Response online = api.post("/api/meetings", aMeeting().online());
        assertThat(online.status()).isEqualTo(201);
        assertThat(api.post("/api/meetings/" + online.id() + "/venue", """
                        {"venue": {"name": "Salen", "street": "Gade 2", "postalCode": "4200", "town": "Slagelse"}}""").errors())
                .containsExactly("venue:not-when-online");
    }

    @Test
    void speaksTheReadersLanguage() {
        MeetingJson wrong = aMeeting().with("side", null);

        JsonNode danish = api.post("/api/meetings", wrong).json();
        JsonNode english = api.with("Accept-Language", "en-GB,en;q=0.8")
                .post("/api/meetings", wrong)
                .json();

        assertThat(danish.path("title").asString()).isEqualTo("Nogle felter skal rettes");
        assertThat(danish.path("errors").get(0).path("message").asString()).isEqualTo("Vælg Øst- eller Vestdanmark");
        assertThat(english.path("errors").get(0).path("message").asString())
                .isEqualTo("Choose Eastern or Western Denmark");
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThat(api.post("/api/meetings", "{\"title\": ").problem()).isEqualTo("malformed-json");
        assertThat(api.post("/api/meetings", "").problem()).isEqualTo("malformed-json");
        assertThat(api.post("/api/meetings", "null").problem()).isEqualTo("malformed-json");
        assertThat(api.post("/api/meetings", "[]").status()).isEqualTo(400);
        assertThat(api.with("Content-Type", "text/plain")
                        .post("/api/meetings", "hej")
                        .problem())
                .isEqualTo("unsupported-media-type");
        assertThat(api.post("/api/meetings?schedule=maybe", aMeeting()).errors())
                .containsExactly("schedule:invalid-value");
        assertThat(api.withKey("x".repeat(129))
                        .post("/api/meetings", aMeeting())
                        .errors())
                .containsExactly("Idempotency-Key:idempotency-key");
    }

    @Test
    void knowsNoMeetingByAnyOtherName() {
        for (String id : List.of("nothing", "507f1f77bcf86cd799439011", "%00", "a%2Fb")) {
            Response missing = api.get("/api/meetings/" + id);
            assertThat(missing.status()).as(id).isBetween(400, 404);
        }
        assertThat(api.post("/api/meetings/nothing/schedule", "").problem()).isEqualTo("not-found");
        assertThat(api.post("/api/meetings/nothing/reschedule", "{}").problem()).isEqualTo("not-found");
        assertThat(api.put("/api/meetings/nothing", aMeeting()).problem()).isEqualTo("not-found");
    }

    @Test
    void refusesBadActions() {
        String path = "/api/meetings/" + api.scheduled(aMeeting()).id();

        assertThat(api.put(path, aMeeting().on(DAY.plusDays(1))).errors())
                .containsExactlyInAnyOrder("startsAt:use-reschedule", "endsAt:use-reschedule");
        assertThat(api.post(path + "/reschedule", "{}").errors())
                .containsExactlyInAnyOrder("startsAt:required", "endsAt:required");
        assertThat(api.post(path + "/reschedule", """
                        {"startsAt": "%s", "endsAt": "%s"}""".formatted(SPRING.atTime(2, 30), SPRING.atTime(9, 0)))
                        .errors())
                .containsExactly("startsAt:nonexistent-time");
        LocalDate yesterday = LocalDate.now().minusDays(1);
        assertThat(api.post(path + "/reschedule", """
                        {"startsAt": "%s", "endsAt": "%s", "registrationOpensAt": "2020-01-01T00:00"}""".formatted(yesterday.atTime(9, 0), yesterday.atTime(10, 0)))
                        .errors())
                .containsExactly("startsAt:in-past");
        assertThat(api.post(path + "/venue", "{}").errors()).containsExactly("venue:required");
        assertThat(api.post(path + "/capacity", "{}").errors()).containsExactly("capacity:required");
        assertThat(api.post(path + "/capacity", "{\"capacity\": -1}").errors()).containsExactly("capacity:not-between");
        assertThat(api.post(path + "/cancel", "{}").errors()).containsExactly("reason:required");
        assertThat(api.post(path + "/cancel", "{\"reason\": {\"en\": \"Snow\"}}")
                        .errors())
                .containsExactly("reason.da:required");
        assertThat(api.post(path + "/cancel", "{\"reason\": {\"da\": \"Spørg 2902001234\"}}")
                        .errors())
                .containsExactly("reason.da:cpr-number");
        assertThat(api.post(path + "/hold", "{\"attendance\": -1}").errors()).containsExactly("attendance:not-between");
        assertThat(api.get(path).json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void refusesBadSeries() {
        assertThat(api.post("/api/series", "{}").errors()).containsExactly("meetings:not-so-many");
        assertThat(api.post(
                                "/api/series",
                                "{\"meetings\": [%s, null]}"
                                        .formatted(aMeeting().with("side", null)))
                        .errors())
                .containsExactlyInAnyOrder("meetings[0].side:required", "meetings[1]:required");
        Response differing = api.post(
                "/api/series",
                "{\"identicalContent\": true, \"meetings\": [%s, %s]}"
                        .formatted(
                                aMeeting(), aMeeting().withTitle("Noget andet").with("agendaTags", "[]")));
        assertThat(differing.status()).isEqualTo(400);
        assertThat(differing.problem()).isEqualTo("twins-differ");
        assertThat(differing.json().path("fields").valueStream().map(JsonNode::asString))
                .containsExactly("agendaTags", "title");
    }
}
