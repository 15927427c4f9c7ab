package dk.astra.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.Fact;
import dk.astra.contracts.deliveries.MailDeferred;
import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.deliveries.MailSent;
import dk.astra.contracts.deliveries.MailState;
import dk.astra.contracts.meetings.MeetingHeld;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.contracts.registrations.RegistrationErased;
import dk.astra.contracts.registrations.RegistrationPromoted;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.RegistrationBuilder;
import dk.astra.testsupport.StreamProbe;
import dk.astra.testsupport.StreamRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Good, duplicate, out of order, unknown, malformed, good again, on every stream; and the counters add up. */
@ReportingServiceTest
class StreamsIT {

    private static final LocalDateTime START = LocalDateTime.of(2031, 5, 12, 9, 0);

    private final Api manager;
    private final MeterRegistry meters;
    private final MongoTemplate mongo;
    private StreamProbe probe = StreamProbe.ofCurrent();

    @Autowired
    StreamsIT(@LocalServerPort int port, MeterRegistry meters, MongoTemplate mongo) {
        this.mongo = mongo;
        this.manager = Api.as(port, "MANAGER");
        this.meters = meters;
    }

    @BeforeEach
    void openProbe() {
        ReportingServiceTest.Store.empty(mongo);
        probe = StreamProbe.ofCurrent();
    }

    @AfterEach
    void closeProbe() {
        probe.close();
    }

    private Map<String, Double> outcomes(String function) {
        Map<String, Double> counts = new LinkedHashMap<>();
        for (String outcome : List.of("applied", "repeated", "skipped", "malformed", "failed")) {
            counts.put(
                    outcome,
                    meters.counter("facts.received", "function", function, "outcome", outcome)
                            .count());
        }
        return counts;
    }

    private void tell(String stream, String subject, long sequence, Fact fact, String id) {
        Map<String, String> headers = StreamRecord.headers(Fact.typeOf(fact.getClass()), subject, sequence);
        headers.put("ce_id", id);
        probe.publish(stream, subject, headers, Api.JSON.writeValueAsBytes(fact));
    }

    /** Two facts of one aggregate, newest first after a duplicate, with strangers and rubbish between, then a good one. */
    private void tellThePoisonSequence(
            String stream, String function, String subject, Fact older, Fact newer, Fact last) {
        Map<String, Double> before = outcomes(function);
        String newerId = UUID.randomUUID().toString();
        tell(stream, subject, 2, newer, newerId);
        tell(stream, subject, 2, newer, newerId);
        tell(stream, subject, 1, older, UUID.randomUUID().toString());
        probe.publish(stream, subject, StreamRecord.headers("something.new.v1", subject, 3), new byte[] {'{', '}'});
        String type = Fact.typeOf(newer.getClass());
        probe.publish(
                stream, subject, StreamRecord.headers(type, subject, 4), "{\"no".getBytes(StandardCharsets.UTF_8));
        Map<String, String> nameless = StreamRecord.headers(type, subject, 5);
        nameless.remove("ce_id");
        probe.publish(stream, subject, nameless, Api.JSON.writeValueAsBytes(newer));
        tell(stream, subject, 6, last, UUID.randomUUID().toString());

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Map<String, Double> now = outcomes(function);
            now.replaceAll((outcome, count) -> count - before.getOrDefault(outcome, 0.0));
            assertThat(now)
                    .containsEntry("applied", 3.0)
                    .containsEntry("repeated", 1.0)
                    .containsEntry("skipped", 1.0)
                    .containsEntry("malformed", 2.0)
                    .containsEntry("failed", 0.0);
        });
        assertThat(probe.records(stream + ".reporting.dead"))
                .filteredOn(record -> subject.equals(record.key()))
                .hasSize(2);
    }

    private String stored(String meetingId) {
        return String.valueOf(mongo.findById(meetingId, Document.class, "meetings"));
    }

    private JsonNode reach(int year) {
        return manager.get("/api/reach?from=%d-01-01&to=%d-12-31".formatted(year, year))
                .json();
    }

    @Test
    void meetingsSurvivePoison() {
        String id = UUID.randomUUID().toString();
        MeetingBuilder meeting = MeetingBuilder.aMeeting().withId(id).startingAt(START);
        tellThePoisonSequence(
                "meetings",
                "followMeetings",
                id,
                new MeetingScheduled(meeting.withVersion(1).build()),
                new MeetingHeld(meeting.held(12).withVersion(2).build()),
                new MeetingHeld(meeting.held(15).withVersion(6).build()));
        JsonNode reach = reach(2031);
        assertThat(reach.get("meetingsHeld").asInt()).isEqualTo(1);
        assertThat(reach.get("attendance").asInt()).isEqualTo(15);
        JsonNode facts = manager.get("/api/facts?kind=attendance&from=2031-01-01&to=2031-12-31")
                .json();
        assertThat(facts.get("items")).hasSize(1);
        assertThat(facts.get("items").get(0).get("counts").asInt()).isEqualTo(15);
        assertThat(facts.get("next").isNull()).isTrue();
        assertThat(stored(id)).as("contact, programme and venue are not ours").doesNotContain("@", "Velkomst", "Åvej");
    }

    @Test
    void registrationsSurvivePoisonAndErasureForgetsThePerson() {
        String meetingId = UUID.randomUUID().toString();
        String id = UUID.randomUUID().toString();
        String person = UUID.randomUUID().toString();
        MeetingBuilder meeting = MeetingBuilder.aMeeting().withId(meetingId).startingAt(START.plusYears(1));
        probe.publishFact("meetings", meetingId, "meeting.scheduled.v1", 1, new MeetingScheduled(meeting.build()));
        RegistrationBuilder registration = RegistrationBuilder.aRegistration()
                .withId(id)
                .forMeeting(meetingId)
                .ofPerson(person)
                .fromInstitution("900001");
        tellThePoisonSequence(
                "registrations",
                "followRegistrations",
                id,
                new RegistrationCreated(
                        registration.waitlisted(1).withVersion(1).build()),
                new RegistrationPromoted(registration.onSeat(1).withVersion(2).build()),
                new RegistrationErased(registration.withVersion(6).build()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(reach(2032).get("confirmed").asInt()).isEqualTo(1));
        JsonNode reach = reach(2032);
        assertThat(reach.get("registrations").asInt()).isEqualTo(1);
        assertThat(reach.get("people").asInt()).isZero();
        assertThat(reach.get("erased").asInt()).isEqualTo(1);
        assertThat(reach.get("institutions").asInt()).isEqualTo(1);
        assertThat(reach.get("byMeeting").get(0).get("confirmed").asInt()).isEqualTo(1);

        JsonNode facts =
                manager.get("/api/facts?kind=confirmed&meetingId=" + meetingId).json();
        assertThat(facts.get("items")).hasSize(1);
        assertThat(facts.get("items").get(0).get("type").asString()).isEqualTo("registration.promoted.v1");
        assertThat(facts.toString()).doesNotContain(person);
    }

    @Test
    void deliveriesSurvivePoison() {
        String meetingId = UUID.randomUUID().toString();
        String id = UUID.randomUUID().toString();
        MeetingBuilder meeting = MeetingBuilder.aMeeting().withId(meetingId).startingAt(START.plusYears(2));
        probe.publishFact("meetings", meetingId, "meeting.scheduled.v1", 1, new MeetingScheduled(meeting.build()));
        MailState mail = new MailState(id, 1, MailKind.CONFIRMED, "cause", "registration", meetingId, "person", 1);
        tellThePoisonSequence(
                "deliveries",
                "followDeliveries",
                id,
                new MailDeferred(mail, "SMTP_UNREACHABLE", Instant.EPOCH),
                new MailDeferred(mail, "SMTP_BUSY", Instant.EPOCH),
                new MailSent(mail));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(reach(2033).get("mails").get("sent").asInt()).isEqualTo(1));
        assertThat(reach(2033).get("mails").get("deferred").asInt()).isZero();
        JsonNode facts =
                manager.get("/api/facts?kind=mails.sent&meetingId=" + meetingId).json();
        assertThat(facts.get("items").get(0).get("summary").get("da").asString())
                .isEqualTo("Mail om Temadag om energi: sendt");
    }

    @Test
    void badQuestionsAreProblems() {
        assertThat(manager.get("/api/facts").problems()).containsExactly("kind required");
        assertThat(manager.get("/api/facts?kind=happiness").problems()).containsExactly("kind invalid-value");
        assertThat(manager.get("/api/facts?kind=people&limit=0").problems()).containsExactly("limit out-of-range");
        assertThat(manager.get("/api/facts?kind=people&limit=x").problems()).containsExactly("limit invalid-value");
        assertThat(manager.get("/api/reach?from=2027-02-30").problems()).containsExactly("from invalid-value");
        assertThat(manager.get("/api/reach?from=2027-02-02&to=2027-02-01").problems())
                .containsExactly("to before-start");
    }
}
