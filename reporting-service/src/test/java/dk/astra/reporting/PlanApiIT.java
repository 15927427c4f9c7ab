package dk.astra.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.Network;
import dk.astra.contracts.Side;
import dk.astra.contracts.Streams;
import dk.astra.contracts.meetings.MeetingHeld;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.StreamProbe;
import dk.astra.testsupport.StreamRecord;
import dk.astra.testsupport.TestSignIn;
import dk.astra.testsupport.embedded.LocalStackJars;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The plan and its evidence by HTTP, on the plan of 2024 moved to the current year. */
@ReportingServiceTest
class PlanApiIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Copenhagen"));
    private static final String MEASURE = "/api/plans/2024/measures/";

    private final Api manager;
    private final Api administrator;
    private final int port;
    private final MongoTemplate mongo;
    private ObjectNode plan = Api.JSON.createObjectNode();

    @Autowired
    PlanApiIT(@LocalServerPort int port, MongoTemplate mongo) {
        this.port = port;
        this.mongo = mongo;
        this.manager = Api.as(port, "MANAGER");
        this.administrator = Api.as(port, "ADMINISTRATOR");
    }

    @BeforeEach
    void enterThePlan() throws IOException {
        ReportingServiceTest.Store.empty(mongo);
        String text = Files.readString(LocalStackJars.root().resolve("samples/2024/plan.json"));
        int year = TODAY.getYear();
        plan = (ObjectNode) Api.JSON.readTree(text.replaceAll("\"2024-", "\"" + year + "-"));
        for (JsonNode goal : plan.get("goals")) {
            for (JsonNode measure : goal.get("measures")) {
                ((ObjectNode) measure).put("deadline", year + "-12-31");
            }
        }
        assertThat(administrator.put("/api/plans/2024", plan).status()).isEqualTo(200);
    }

    private static Map<String, Object> evidence(int value) {
        return Map.of("value", value, "date", TODAY.toString(), "note", "Se referatet fra mødet");
    }

    private JsonNode measure(String id) {
        return manager.get(MEASURE + id + "/trail").json().get("measure");
    }

    @Nested
    class Access {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/plans",
                    "/api/plans/2024",
                    "/api/plans/2024/measures/1.3-ABC/trail",
                    "/api/reach",
                    "/api/facts?kind=confirmed"
                })
        void readingNeedsAManager(String path) {
            assertThat(Api.as(port).get(path).status()).isEqualTo(401);
            assertThat(Api.as(port, "ORGANISER").get(path).status()).isEqualTo(403);
            assertThat(Api.as(port)
                            .withToken(TestSignIn.current().expiredToken("MANAGER"))
                            .get(path)
                            .status())
                    .isEqualTo(401);
            assertThat(manager.get(path).status()).isEqualTo(200);
            assertThat(administrator.get(path).status()).isEqualTo(200);
        }

        @Test
        void enteringAPlanNeedsAnAdministrator() {
            assertThat(Api.as(port).put("/api/plans/2024", plan).status()).isEqualTo(401);
            assertThat(manager.put("/api/plans/2024", plan).status()).isEqualTo(403);
        }

        @Test
        void recordingEvidenceNeedsAManager() {
            String path = MEASURE + "1.1a-4/evidence";
            assertThat(Api.as(port).post(path, evidence(1)).status()).isEqualTo(401);
            assertThat(Api.as(port, "ORGANISER").post(path, evidence(1)).status())
                    .isEqualTo(403);
            assertThat(Api.as(port, "ORGANISER").delete(path + "/x").status()).isEqualTo(403);
        }

        @Test
        void whatIsNotNamedIsDenied() {
            assertThat(administrator.get("/api/something").status()).isEqualTo(403);
        }
    }

    @Test
    void descriptionOfTheApiIsOpenAndStandsAlone() {
        Api.Answer answer = Api.as(port).get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        answer.json()
                .get("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(operation.path("summary").asString()).isNotBlank();
                    assertThat(operation.path("description").asString()).contains("Needs");
                }));
    }

    @Nested
    class ThePlan {

        @Test
        void isListedAndAnsweredWhole() {
            JsonNode items = manager.get("/api/plans").json().get("items");
            assertThat(items).anyMatch(item -> item.get("planId").asString().equals("2024"));

            JsonNode answered = manager.get("/api/plans/2024").json();
            assertThat(answered.get("goals")).hasSize(5);
            assertThat(answered.get("result").asDouble()).isZero();
            JsonNode goal = answered.get("goals").get(2);
            assertThat(goal.get("status").asString()).isEqualTo("NOT_MET");
            JsonNode abc = goal.get("measures").get(goal.get("measures").size() - 1);
            assertThat(abc.get("id").asString()).isEqualTo("1.3-ABC");
            assertThat(abc.get("value").isNull()).isTrue();
            assertThat(abc.get("computed").asBoolean()).isTrue();
            assertThat(abc.get("text").get("en").asString()).isNotBlank();
        }

        @Test
        void isRefusedWithEveryBadFieldInTheReadersLanguage() {
            plan.put("to", "1999-01-01");
            ((ObjectNode) plan.get("goals").get(0)).remove("title");
            Api.Answer answer = administrator.put("/api/plans/2024", plan);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.problems()).contains("to before-start", "goals[0].title required");
            assertThat(answer.text()).contains("Slutdatoen skal ligge efter startdatoen");
            assertThat(administrator.inEnglish().put("/api/plans/2024", plan).text())
                    .contains("The last day must not be before the first");
            assertThat(manager.get("/api/plans/2024").json().get("to").asString())
                    .as("nothing half done")
                    .isEqualTo(TODAY.getYear() + "-12-31");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{ | malformed-json",
                    "[] | malformed-json",
                    "{\"from\": \"2024-02-30\"} | invalid-fields",
                    "{\"goals\": 3} | invalid-fields",
                    "{\"goals\": [{\"measures\": [{\"rule\": {\"type\": \"PICNIC\"}}]}]} | invalid-fields",
                    "{\"goals\": [null]} | invalid-fields",
                    "{} | invalid-fields"
                })
        void badInputIsAProblemNeverAFailure(String body, String problem) {
            Api.Answer answer = administrator.put("/api/plans/2024", body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo(problem);
        }

        @Test
        void unknownPlansAndMeasuresAreNotFound() {
            assertThat(manager.get("/api/plans/1999").status()).isEqualTo(404);
            assertThat(manager.get("/api/plans/2024/measures/none/trail").status())
                    .isEqualTo(404);
            assertThat(manager.post("/api/plans/2024/measures/none/evidence", evidence(1))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Nested
    class ByHand {

        @Test
        void evidenceMovesTheNumberAndItsTrailAndCanBeTakenBack() {
            Api.Answer first = manager.post(MEASURE + "1.1a-4/evidence", evidence(4));
            assertThat(first.status()).isEqualTo(201);
            String id = first.json().get("evidenceId").asString();
            manager.post(MEASURE + "1.1a-4/evidence", evidence(6));

            JsonNode trail = manager.get(MEASURE + "1.1a-4/trail").json();
            assertThat(trail.get("measure").get("value").asInt()).isEqualTo(10);
            assertThat(trail.get("measure").get("met").asBoolean()).isTrue();
            assertThat(trail.get("facts")).hasSize(2);
            JsonNode fact = trail.get("facts").get(0);
            assertThat(fact.get("subject").asString()).isEqualTo(id);
            assertThat(fact.get("note").asString()).isEqualTo("Se referatet fra mødet");
            assertThat(fact.get("summary").get("da").asString()).startsWith("4 skoler, nået ");

            assertThat(manager.delete(MEASURE + "1.1a-4/evidence/" + id).status())
                    .isEqualTo(204);
            assertThat(manager.delete(MEASURE + "1.1a-4/evidence/" + id).status())
                    .isEqualTo(204);
            JsonNode after = manager.get(MEASURE + "1.1a-4/trail").json();
            assertThat(after.get("measure").get("value").asInt()).isEqualTo(6);
            assertThat(after.get("facts")).hasSize(3);
            assertThat(after.get("facts").get(1).get("type").asString()).isEqualTo("evidence.withdrawn.v1");
            assertThat(manager.delete(MEASURE + "1.1a-5/evidence/" + id).status())
                    .isEqualTo(404);
            assertThat(manager.delete(MEASURE + "1.1a-4/evidence/none").status())
                    .isEqualTo(404);
        }

        @Test
        void goalCountsHalfWhenOnePartIsMetAndTheResultIsTheMean() {
            manager.post(MEASURE + "2.1a-1/evidence", evidence(1));
            manager.post(MEASURE + "2.1a-2/evidence", evidence(1));
            JsonNode yes =
                    manager.get(MEASURE + "2.1a-1/trail").json().get("facts").get(0);
            assertThat(yes.get("summary").get("da").asString()).startsWith("Ja, ");
            JsonNode half = manager.get("/api/plans/2024").json();
            assertThat(half.get("goals").get(3).get("status").asString()).isEqualTo("PARTIALLY_MET");
            assertThat(half.get("result").asDouble()).isEqualTo(0.1);

            manager.post(MEASURE + "2.1b-1/evidence", evidence(1));
            manager.post(MEASURE + "2.1b-2/evidence", evidence(1));
            JsonNode whole = manager.get("/api/plans/2024").json();
            assertThat(whole.get("goals").get(3).get("score").asDouble()).isEqualTo(1);
            assertThat(whole.get("result").asDouble()).isEqualTo(0.2);
        }

        @Test
        void factsGoToTheStreamWithoutStaffsWords() {
            String id = manager.post(MEASURE + "1.1a-1/evidence", evidence(3))
                    .json()
                    .get("evidenceId")
                    .asString();
            manager.delete(MEASURE + "1.1a-1/evidence/" + id);
            try (StreamProbe probe = StreamProbe.ofCurrent()) {
                probe.await(
                        Streams.EVIDENCE,
                        record -> record.subject().equals(id) && record.type().equals("evidence.withdrawn.v1"));
                List<StreamRecord> told = probe.records(Streams.EVIDENCE, id);
                assertThat(told)
                        .extracting(StreamRecord::type)
                        .containsExactly("evidence.recorded.v1", "evidence.withdrawn.v1");
                assertThat(told).extracting(StreamRecord::sequence).containsExactly(1L, 2L);
                assertThat(told).noneMatch(record -> record.text().contains("referat"));
                JsonNode facts = manager.get(MEASURE + "1.1a-1/trail").json().get("facts");
                assertThat(facts.get(0).get("factId").asString())
                        .isEqualTo(told.getFirst().id());
            }
        }

        @Test
        void repeatWithTheSameKeyIsAnsweredWithTheFirst() {
            String key = UUID.randomUUID().toString();
            String path = MEASURE + "1.1b-1/evidence";
            Api.Answer first = manager.post(path, evidence(1), "Idempotency-Key", key);
            Api.Answer again = manager.post(path, evidence(1), "Idempotency-Key", key);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(measure("1.1b-1").get("value").asInt()).isEqualTo(1);

            Api.Answer other = manager.post(path, evidence(2), "Idempotency-Key", key);
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        }

        @Test
        void countedMeasuresTakeNoEvidence() {
            Api.Answer answer = manager.post(MEASURE + "1.3-ABC/evidence", evidence(1));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("measure-computed");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"value\": 1, \"date\": \"TODAY\", \"note\": \"Aftalt med 010190-1234\"} | note cpr-number",
                    "{\"value\": 1, \"date\": \"TODAY\", \"note\": \"ok\", \"link\": \"https://a.example/0101901234\"} | link cpr-number",
                    "{\"value\": 1, \"date\": \"TODAY\", \"note\": \"ok\", \"link\": \"javascript:alert(1)\"} | link invalid-link",
                    "{\"value\": -1, \"date\": \"TODAY\", \"note\": \"ok\"} | value out-of-range",
                    "{\"value\": 1, \"date\": \"2999-01-01\", \"note\": \"ok\"} | date in-future",
                    "{\"value\": 1, \"date\": \"2001-01-01\", \"note\": \"ok\"} | date outside-period",
                    "{\"value\": 1, \"date\": \"2027-02-30\", \"note\": \"ok\"} | date invalid-value",
                    "{\"value\": \"mange\", \"date\": \"TODAY\", \"note\": \"ok\"} | value invalid-value",
                    "{\"value\": 1, \"date\": \"TODAY\", \"note\": \" \"} | note required"
                })
        void badEvidenceIsRefusedByField(String body, String problem) {
            Api.Answer answer = manager.post(MEASURE + "1.1a-4/evidence", body.replace("TODAY", TODAY.toString()));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problems()).containsExactly(problem);
        }

        @Test
        void everyMissingFieldIsNamed() {
            assertThat(manager.post(MEASURE + "1.1a-4/evidence", "{}").problems())
                    .containsExactlyInAnyOrder("value required", "date required", "note required");
            assertThat(manager.post(
                                    MEASURE + "1.1a-4/evidence",
                                    Map.of("value", 1, "date", TODAY.toString(), "note", "x".repeat(1001)))
                            .problems())
                    .containsExactly("note too-long");
        }

        @Test
        void wrongContentTypeIsRefused() {
            assertThat(manager.post(MEASURE + "1.1a-4/evidence", "value=1", "Content-Type", "text/plain")
                            .status())
                    .isEqualTo(415);
        }
    }

    @Nested
    class Counted {

        private final LocalDateTime thisYear =
                LocalDate.of(TODAY.getYear(), 6, 3).atTime(9, 0);

        private void hold(StreamProbe probe, MeetingState meeting) {
            probe.publishFact(
                    Streams.MEETINGS,
                    meeting.meetingId(),
                    "meeting.held.v1",
                    meeting.version(),
                    new MeetingHeld(meeting));
        }

        private MeetingBuilder twin(Side side) {
            return MeetingBuilder.aMeeting()
                    .withType(MeetingType.THEME_DAY)
                    .withNetwork(Network.EUD)
                    .withSide(side)
                    .withTitle("Temadag om vand", "Theme day on water")
                    .inSeries("water-days")
                    .startingAt(thisYear)
                    .withVersion(2)
                    .held(23);
        }

        @Test
        void heldTwinsMoveTheMeasureAndOpenTheirFacts() {
            try (StreamProbe probe = StreamProbe.ofCurrent()) {
                hold(probe, twin(Side.EAST).build());
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(
                                        measure("1.3-EUD-1").get("value").asInt())
                                .isEqualTo(1));
                hold(probe, twin(Side.WEST).build());
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .untilAsserted(
                                () -> assertThat(measure("1.3-EUD-1").get("met").asBoolean())
                                        .isTrue());
            }
            JsonNode trail = manager.get(MEASURE + "1.3-EUD-1/trail").json();
            assertThat(trail.get("measure").get("value").asInt()).isEqualTo(2);
            assertThat(trail.get("facts")).hasSize(2);
            JsonNode fact = trail.get("facts").get(0);
            assertThat(fact.get("type").asString()).isEqualTo("meeting.held.v1");
            assertThat(fact.get("counts").asInt()).isEqualTo(1);
            assertThat(fact.get("summary").get("da").asString())
                    .isEqualTo("Temadag om vand, 3. juni %d: holdt, 23 til stede".formatted(TODAY.getYear()));
            assertThat(fact.get("summary").get("en").asString())
                    .isEqualTo("Theme day on water, 3 June %d: held, 23 present".formatted(TODAY.getYear()));
        }
    }
}
