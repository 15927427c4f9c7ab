package dk.astra.registration;

import static dk.astra.registration.RegistrationApi.signUp;
import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.registration.RegistrationApi.Answer;
import dk.astra.registration.registration.Registrations;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.StreamRecord;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Registering, the line and its promotions, as clients and streams see them (P1, P2, P6). */
class RegisteringIT extends RegistrationServiceTestBase {

    @Autowired
    Registrations registrations;

    @Test
    void takesAMeetingWhoseIdLooksLikeACprNumber() {
        String meeting = scheduled(aMeeting().withId("3f120485-1234-4aaa-8bbb-" + newId().substring(24)));

        assertThat(api.register(meeting, "id@skole.example").status()).isEqualTo(201);
    }

    @Test
    void givesASeatAndTellsIt() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(2));

        Answer answer = api.register(meeting, "en@skole.example");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("CONFIRMED");
        assertThat(answer.body().path("seat").asInt()).isEqualTo(1);
        assertThat(answer.text("link")).startsWith("http://localhost:8080/min/");
        StreamRecord fact = streams.await("registrations", r -> r.subject().equals(answer.text("registrationId")));
        assertThat(fact.type()).isEqualTo("registration.created.v1");
        assertThat(fact.sequence()).isEqualTo(1);
        assertThat(fact.text()).doesNotContain("skole.example").doesNotContain("Person");
        assertThat(fact.headers()).containsKey("traceparent");
    }

    @Test
    void answersARepeatWithTheFirstOneAndNoLink() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(2));
        Answer first = api.register(meeting, "to@skole.example");

        Answer repeat = api.register(meeting, " TO@Skole.Example ");

        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.text("registrationId")).isEqualTo(first.text("registrationId"));
        assertThat(repeat.body().path("repeated").asBoolean()).isTrue();
        assertThat(repeat.body().path("link").isNull()).isTrue();
    }

    @Test
    void letsNobodyOvertakeAndHandsAFreedSeatToTheFirstInLine() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(2));
        Answer one = api.register(meeting, "p1@skole.example");
        api.register(meeting, "p2@skole.example");
        Answer third = api.register(meeting, "p3@skole.example");
        Answer fourth = api.register(meeting, "p4@skole.example");
        assertThat(third.body().path("placeInLine").asInt()).isEqualTo(1);
        assertThat(fourth.body().path("placeInLine").asInt()).isEqualTo(2);

        Answer cancelled = api.cancelMy(one.text("link"));

        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        assertThat(api.my(third.text("link")).text("status")).isEqualTo("CONFIRMED");
        assertThat(api.my(third.text("link")).body().path("seat").asInt()).isEqualTo(1);
        assertThat(api.my(fourth.text("link")).body().path("placeInLine").asInt())
                .isEqualTo(1);
        streams.await(
                "registrations",
                r -> r.type().equals("registration.promoted.v1")
                        && r.subject().equals(third.text("registrationId"))
                        && r.sequence() == 2);
        assertThat(api.cancelMy(one.text("link")).text("status")).isEqualTo("CANCELLED");
    }

    @Test
    void servesANewcomerFromASeatThatNobodyWaitedFor() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(1));
        Answer one = api.register(meeting, "a@skole.example");
        api.cancelMy(one.text("link"));

        Answer newcomer = api.register(meeting, "b@skole.example");

        assertThat(newcomer.text("status")).isEqualTo("CONFIRMED");
        assertThat(newcomer.body().path("seat").asInt()).isEqualTo(1);
        Answer again = api.register(meeting, "a@skole.example");
        assertThat(again.text("status")).isEqualTo("WAITLISTED");
    }

    @Test
    void answersTheSameKeyWithTheFirstResultAndRefusesItForAnotherRequest() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(5));
        String key = newId();
        Answer first = api.register(signUp(meeting, "noegle@skole.example"), "Idempotency-Key", key);

        Answer same = api.register(signUp(meeting, "noegle@skole.example"), "Idempotency-Key", key);
        Answer other = api.register(signUp(meeting, "anden@skole.example"), "Idempotency-Key", key);

        assertThat(same.status()).isEqualTo(201);
        assertThat(same.text("link")).isEqualTo(first.text("link")).isNotEmpty();
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.type()).isEqualTo("idempotency-key-reused");
        assertThat(api.send("GET", "/api/meetings/" + meeting + "/availability", null)
                        .body()
                        .path("confirmed")
                        .asInt())
                .isEqualTo(1);
    }

    @Nested
    class WhenTheWindowIsNotOpen {

        @Test
        void refusesNewcomersButAnswersWhoIsInAlready() {
            MeetingBuilder builder = aMeeting().withId(newId());
            String meeting = scheduled(builder);
            api.register(meeting, "inde@skole.example");
            changed(builder.withVersion(2).closesAt(LocalDateTime.now().minusDays(1)), "registrationClosesAt");
            await().atMost(20, SECONDS)
                    .until(() -> api.register(meeting, "ude@skole.example").status() == 409);

            assertThat(api.register(meeting, "ude@skole.example").type()).isEqualTo("registration-closed");
            assertThat(api.register(meeting, "inde@skole.example").status()).isEqualTo(200);
        }

        @Test
        void namesTheReason() {
            String early = scheduled(
                    aMeeting().withId(newId()).opensAt(LocalDateTime.now().plusDays(2)));
            assertThat(api.register(early, "x@skole.example").type()).isEqualTo("registration-not-open");
            assertThat(api.register(newId(), "x@skole.example").type()).isEqualTo("meeting-unknown");
        }
    }

    @Test
    void cancelsAllWhenTheMeetingIsCancelled() {
        MeetingBuilder builder = aMeeting().withId(newId()).withCapacity(1);
        String meeting = scheduled(builder);
        Answer in = api.register(meeting, "c1@skole.example");
        Answer line = api.register(meeting, "c2@skole.example");

        var state = builder.withVersion(2).cancelled().build();
        publish("meeting.cancelled.v1", state, Map.of("meeting", state));

        for (Answer each : List.of(in, line)) {
            StreamRecord fact = streams.await(
                    "registrations",
                    r -> r.type().equals("registration.cancelled.v1")
                            && r.subject().equals(each.text("registrationId")));
            assertThat(fact.json().path("by").asString()).isEqualTo("MEETING");
        }
        assertThat(api.my(line.text("link")).text("status")).isEqualTo("CANCELLED");
        await().atMost(5, SECONDS)
                .until(() -> api.register(meeting, "c3@skole.example").type().equals("meeting-cancelled"));
    }

    @Nested
    class WhenTheCapacityChanges {

        @Test
        void opensSeatsToTheLineInOrder() {
            MeetingBuilder builder = aMeeting().withId(newId()).withCapacity(1);
            String meeting = scheduled(builder);
            api.register(meeting, "k1@skole.example");
            List<Answer> line = new ArrayList<>();
            for (int i = 2; i <= 4; i++) {
                line.add(api.register(meeting, "k" + i + "@skole.example"));
            }

            changed(builder.withVersion(2).withCapacity(3), "capacity");

            await().atMost(20, SECONDS)
                    .until(() -> api.my(line.get(1).text("link")).text("status").equals("CONFIRMED"));
            assertThat(api.my(line.get(0).text("link")).body().path("seat").asInt())
                    .isEqualTo(2);
            assertThat(api.my(line.get(1).text("link")).body().path("seat").asInt())
                    .isEqualTo(3);
            assertThat(api.my(line.get(2).text("link"))
                            .body()
                            .path("placeInLine")
                            .asInt())
                    .isEqualTo(1);
        }

        @Test
        void isRefusedBelowTheConfirmedAndKeptOtherwise() {
            String meeting = scheduled(aMeeting().withId(newId()).withCapacity(5));
            List<Answer> in = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                in.add(api.register(meeting, "l" + i + "@skole.example"));
            }
            String path = "/internal/meetings/" + meeting + "/capacity";

            Answer tooLow = api.internal("PUT", path, Map.of("capacity", 2));
            Answer enough = api.internal("PUT", path, Map.of("capacity", 3));

            assertThat(tooLow.status()).isEqualTo(409);
            assertThat(tooLow.type()).isEqualTo("capacity-below-confirmed");
            assertThat(tooLow.body().path("confirmed").asInt()).isEqualTo(3);
            assertThat(enough.status()).isEqualTo(200);
            assertThat(api.register(meeting, "l9@skole.example").text("status")).isEqualTo("WAITLISTED");
            api.cancelMy(in.getFirst().text("link"));
            assertThat(api.register(meeting, "l9@skole.example").text("status")).isEqualTo("CONFIRMED");
        }

        @Test
        void givesAReservationBackWhenItWasNotPublished() {
            String meeting = scheduled(aMeeting().withId(newId()).withCapacity(3));
            String path = "/internal/meetings/" + meeting + "/capacity";
            api.internal("PUT", path, Map.of("capacity", 1));
            api.register(meeting, "r1@skole.example");
            assertThat(api.register(meeting, "r2@skole.example").text("status")).isEqualTo("WAITLISTED");

            api.internal("PUT", path, Map.of("capacity", 3));

            assertThat(api.register(meeting, "r2@skole.example").text("status")).isEqualTo("CONFIRMED");
        }
    }

    @Test
    void listsParticipantsAndRecordsAttendance() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(1));
        Answer in = api.register(meeting, "d1@skole.example");
        api.register(meeting, "d2@skole.example");
        String path = "/api/meetings/" + meeting;

        Answer list = api.asOrganiser("GET", path + "/registrations", null);
        Answer recorded =
                api.asOrganiser("POST", path + "/attendance", Map.of("attended", List.of(in.text("registrationId"))));

        assertThat(list.body().path("items").size()).isEqualTo(2);
        assertThat(list.body().path("items").path(0).path("email").asString()).isEqualTo("d1@skole.example");
        assertThat(list.body().path("items").path(1).path("placeInLine").asInt())
                .isEqualTo(1);
        assertThat(recorded.body().path("recorded").asInt()).isEqualTo(1);
        streams.await(
                "registrations",
                r -> r.type().equals("registration.attendance-recorded.v1")
                        && r.subject().equals(in.text("registrationId")));
    }

    /** Many requests share a write; each fact still belongs to the request that caused it. */
    @Test
    void carriesTheTraceOfEachRequestToItsFact() throws Exception {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(20));
        Map<String, String> traces = new java.util.concurrent.ConcurrentHashMap<>();
        List<java.util.concurrent.Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String trace = newId().replace("-", "");
            String email = "spor" + i + "@skole.example";
            calls.add(() -> {
                Answer answer =
                        api.register(signUp(meeting, email), "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
                traces.put(answer.text("registrationId"), trace);
                return answer;
            });
        }
        TwoInstancesTestBase.inParallel(calls);

        traces.forEach((id, trace) -> assertThat(streams.await(
                                "registrations",
                                r -> r.subject().equals(id) && r.type().equals("registration.created.v1"))
                        .headers()
                        .get("traceparent"))
                .contains(trace));
        assertThat(traces).hasSize(40);
    }

    @Test
    void leavesWhoWaitedInPeaceWhenSomebodyIsErasedAfterTheMeeting() {
        MeetingBuilder builder = aMeeting().withId(newId()).withCapacity(1);
        String meeting = scheduled(builder);
        Answer in = api.register(meeting, "var-der@skole.example");
        Answer line = api.register(meeting, "kom-ikke-ind@skole.example");
        var state = builder.withVersion(2).held(1).build();
        publish("meeting.held.v1", state, Map.of("meeting", state));
        await().atMost(20, SECONDS)
                .until(() -> api.register(meeting, "ny@skole.example").type().equals("meeting-held"));
        Answer before = api.asOrganiser("GET", "/api/meetings/" + meeting + "/registrations", null);
        String person = before.body().path("items").path(0).path("personId").asString();

        assertThat(api.as("ADMINISTRATOR", "DELETE", "/api/people/" + person, null)
                        .status())
                .isEqualTo(204);

        Answer after = api.asOrganiser("GET", "/api/meetings/" + meeting + "/registrations", null);
        assertThat(after.body().path("items").path(0).path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(after.body().path("items").path(0).path("name").isNull()).isTrue();
        assertThat(api.my(line.text("link")).text("status")).isEqualTo("WAITLISTED");
        assertThat(api.my(in.text("link")).type()).isEqualTo("link-unknown");
        streams.await(
                "registrations",
                r -> r.type().equals("registration.erased.v1") && r.subject().equals(in.text("registrationId")));
    }

    @Test
    void doesNotReviveWhatWasSentOrTakenOffMeanwhile() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(1));
        Answer in = api.register(meeting, "gammel@skole.example");
        String id = in.text("registrationId");
        await().atMost(10, SECONDS)
                .until(() -> registrations.find(id).orElseThrow().outbox().isEmpty());
        var stale = registrations.find(id).orElseThrow();
        stale.add(new dk.astra.messaging.PendingFact(
                newId(), "registration.created.v1", 1, java.time.Instant.now(), null, new byte[0]));

        var written = registrations
                .change(
                        stale,
                        copy -> copy,
                        next -> new dk.astra.messaging.PendingFact(
                                newId(), "registration.changed.v1", 2, java.time.Instant.now(), null, new byte[0]))
                .orElseThrow();

        assertThat(written.outbox()).extracting(fact -> fact.type()).doesNotContain("registration.created.v1");
        assertThat(registrations.change(stale, copy -> copy, null)).isEmpty();
        mongo.getCollection("registrations").deleteOne(new org.bson.Document("_id", id));
    }

    @Test
    void erasesAPersonAndKeepsTheCount() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(2));
        Answer in = api.register(meeting, "slet-mig@skole.example");
        Answer before = api.asOrganiser("GET", "/api/meetings/" + meeting + "/registrations", null);
        String person = before.body().path("items").path(0).path("personId").asString();

        assertThat(api.as("ADMINISTRATOR", "DELETE", "/api/people/" + person, null)
                        .status())
                .isEqualTo(204);

        assertThat(api.my(in.text("link")).type()).isEqualTo("link-unknown");
        Answer contacts = api.internal(
                "POST", "/internal/contacts", Map.of("registrationIds", List.of(in.text("registrationId"))));
        assertThat(contacts.body().path("items").size()).isZero();
        for (String collection : mongo.getCollectionNames()) {
            for (var document : mongo.getCollection(collection).find()) {
                assertThat(document.toJson()).doesNotContain("slet-mig");
            }
        }
        streams.await(
                "registrations",
                r -> r.type().equals("registration.erased.v1") && r.subject().equals(in.text("registrationId")));
    }
}
