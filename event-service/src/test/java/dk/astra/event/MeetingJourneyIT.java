package dk.astra.event;

import static dk.astra.event.MeetingJson.DAY;
import static dk.astra.event.MeetingJson.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.astra.event.EventApi.Response;
import dk.astra.testsupport.StreamRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From draft to held, by HTTP, with what the stream tells of it. */
class MeetingJourneyIT extends RunningService {

    @Test
    void tellsNobodyOfDraft() {
        Response draft = api.post("/api/meetings", aMeeting());

        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.json().path("status").asString()).isEqualTo("DRAFT");
        assertThat(draft.json().path("version").asInt()).isEqualTo(1);
        assertThat(draft.header("Location")).isEqualTo("/api/meetings/" + draft.id());
        assertThat(api.get("/api/meetings/" + draft.id()).status()).isEqualTo(200);
        assertThat(api.as("ADMINISTRATOR").get("/api/meetings/" + draft.id()).status())
                .isEqualTo(200);
        assertThat(api.anonymous().get("/api/meetings/" + draft.id()).problem()).isEqualTo("not-found");
        assertThat(api.as("MANAGER").get("/api/meetings/" + draft.id()).status())
                .isEqualTo(404);
        assertThat(facts(draft.id(), 0)).isEmpty();
    }

    @Test
    void followsMeetingFromDraftToCancellation() {
        String id = api.post("/api/meetings", aMeeting()).id();
        String path = "/api/meetings/" + id;

        assertThat(api.put(path, aMeeting().withTitle("Temadag om vand").on(DAY.plusDays(1)))
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(api.post(path + "/schedule", "").json().path("status").asString())
                .isEqualTo("SCHEDULED");
        assertThat(api.post(path + "/schedule", "").json().path("version").asInt())
                .isEqualTo(3);
        api.put(path, aMeeting().withTitle("Temadag om vind").on(DAY.plusDays(1)));
        api.post(path + "/venue", """
                {"venue": {"name": "Salen", "street": "Gade 2", "postalCode": "4200", "town": "Slagelse"}}""");
        api.post(path + "/capacity", """
                {"capacity": 50}""");
        api.post(path + "/reschedule", """
                {"startsAt": "%s", "endsAt": "%s"}""".formatted(
                        DAY.plusDays(8).atTime(10, 0), DAY.plusDays(8).atTime(14, 0)));
        Response cancelled = api.post(path + "/cancel", """
                {"reason": {"da": "Oplægsholderen er syg"}}""");

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().path("cancellationReason").path("da").asString())
                .isEqualTo("Oplægsholderen er syg");
        assertThat(Instant.parse(cancelled.json().path("changedAt").asString()))
                .isCloseTo(clock.instant(), within(1, ChronoUnit.MINUTES));
        assertThat(api.get(path).json().path("changedAt").asString())
                .isEqualTo(cancelled.json().path("changedAt").asString());
        List<StreamRecord> facts = facts(id, 6);
        assertThat(facts)
                .extracting(StreamRecord::type)
                .containsExactly(
                        "meeting.scheduled.v1",
                        "meeting.changed.v1",
                        "meeting.changed.v1",
                        "meeting.changed.v1",
                        "meeting.rescheduled.v1",
                        "meeting.cancelled.v1");
        assertThat(facts).extracting(StreamRecord::sequence).containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(facts).allSatisfy(fact -> {
            assertThat(fact.key()).isEqualTo(id);
            assertThat(fact.json().path("meeting").path("meetingId").asString()).isEqualTo(id);
            assertThat(fact.json().path("meeting").path("version").asLong()).isEqualTo(fact.sequence());
        });
        assertThat(changed(facts.get(1))).containsExactly("title");
        assertThat(changed(facts.get(2))).containsExactly("venue");
        assertThat(changed(facts.get(3))).containsExactly("capacity");
        JsonNode moved = facts.get(4).json();
        assertThat(moved.path("previousStartsAt").asString()).startsWith(DAY.plusDays(1) + "T09:30");
        assertThat(moved.path("meeting").path("startsAt").asString()).startsWith(DAY.plusDays(8) + "T10:00");
        assertThat(moved.path("meeting").path("registrationClosesAt").asString())
                .startsWith(DAY.plusDays(6) + "T12:00");
        assertThat(facts.get(5).json().path("meeting").path("status").asString())
                .isEqualTo("CANCELLED");
    }

    private static List<String> changed(StreamRecord fact) {
        return fact.json().path("changed").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void recordsMeetingAsHeldFromItsDayOn() {
        String path = "/api/meetings/" + api.scheduled(aMeeting()).id();
        String twelve = "{\"attendance\": 12}";

        assertThat(api.post(path + "/hold", twelve).problem()).isEqualTo("meeting-not-begun");
        clock.moveTo(DAY.atStartOfDay(ZoneId.of("Europe/Copenhagen")).toInstant());
        Response held = api.post(path + "/hold", twelve);

        assertThat(held.json().path("status").asString()).isEqualTo("HELD");
        assertThat(held.json().path("attendance").asInt()).isEqualTo(12);
        assertThat(api.post(path + "/hold", twelve).json().path("version").asInt())
                .isEqualTo(2);
        assertThat(api.post(path + "/hold", "{\"attendance\": 13}").problem()).isEqualTo("meeting-not-open");
        assertThat(api.post(path + "/cancel", "{\"reason\": {\"da\": \"Sne\"}}").problem())
                .isEqualTo("meeting-not-open");
        assertThat(api.put(path, aMeeting()).problem()).isEqualTo("meeting-not-open");
        assertThat(facts(held.id(), 2).getLast().type()).isEqualTo("meeting.held.v1");
    }

    @Test
    void answersSecondCancellationWithTheFirst() {
        String path = "/api/meetings/" + api.scheduled(aMeeting()).id();
        api.post(path + "/cancel", "{\"reason\": {\"da\": \"Sne\"}}");

        Response again = api.post(path + "/cancel", "{\"reason\": {\"da\": \"Regn\"}}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("cancellationReason").path("da").asString())
                .isEqualTo("Sne");
        assertThat(again.json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void keepsCancelledDraftFromThePublic() {
        String id = api.post("/api/meetings", aMeeting()).id();

        assertThat(api.post("/api/meetings/" + id + "/cancel", "{\"reason\": {\"da\": \"Ikke nu\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(api.anonymous().get("/api/meetings/" + id).status()).isEqualTo(404);
        assertThat(facts(id, 0)).isEmpty();
    }

    @Test
    void refusesChangeOfWhatSomebodyElseChanged() {
        Response seen = api.scheduled(aMeeting());
        String path = "/api/meetings/" + seen.id();
        assertThat(seen.header("ETag")).isEqualTo("\"1\"");

        Response first = api.with("If-Match", "\"1\"").put(path, aMeeting().withTitle("En"));
        Response second = api.with("If-Match", "\"1\"").put(path, aMeeting().withTitle("To"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"2\"");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("conflict");
        assertThat(api.with("If-Match", "2").put(path, aMeeting()).errors()).containsExactly("If-Match:not-a-version");
        assertThat(api.with("If-Match", "*").put(path, aMeeting()).status()).isEqualTo(200);
    }

    @Test
    void changesNothingWhereEverythingIsSoAlready() {
        Response meeting = api.scheduled(aMeeting());

        Response same = api.put("/api/meetings/" + meeting.id(), aMeeting());

        assertThat(same.json()).isEqualTo(meeting.json());
    }

    @Test
    void letsOnlyOrganisersWrite() {
        String path = "/api/meetings/" + api.scheduled(aMeeting()).id();

        assertThat(api.anonymous().post("/api/meetings", aMeeting()).status()).isEqualTo(401);
        assertThat(api.as("MANAGER").post("/api/meetings", aMeeting()).status()).isEqualTo(403);
        assertThat(api.as("MANAGER").put(path, aMeeting()).status()).isEqualTo(403);
        assertThat(api.anonymous().post(path + "/cancel", "{}").status()).isEqualTo(401);
        assertThat(api.as("MANAGER").post(path + "/hold", "{}").status()).isEqualTo(403);
        assertThat(api.anonymous().get(path).status()).isEqualTo(200);
        assertThat(api.anonymous().get("/internal/anything").status()).isEqualTo(401);
    }

    @Test
    void isAskedAgainWithItsTag() {
        String path = "/api/meetings/" + api.scheduled(aMeeting()).id();
        Response read = api.anonymous().get(path);

        assertThat(read.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(api.anonymous()
                        .with("If-None-Match", String.valueOf(read.header("ETag")))
                        .get(path)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void describesItself() {
        JsonNode description = api.anonymous().get("/v3/api-docs").json();

        assertThat(description.path("paths").propertyNames())
                .contains("/api/meetings", "/api/meetings/{id}/capacity", "/api/series");
        assertThat(description.path("info").path("title").asString()).isEqualTo("event-service");
        JsonNode list =
                description.path("paths").path("/api/meetings").path("get").path("parameters");
        assertThat(list.valueStream().map(one -> one.path("name").asString()))
                .contains("network", "side", "format", "month", "q", "status", "from", "cursor", "limit");
    }
}
