package dk.astra.registration;

import static dk.astra.registration.RegistrationApi.signUp;
import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.contracts.meetings.Question;
import dk.astra.contracts.meetings.QuestionKind;
import dk.astra.registration.RegistrationApi.Answer;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Inviting, answering with one tap, reminding the silent only (P2, P7, P9, P10). */
@TestPropertySource(properties = {"tilmelding.sweep=500ms", "tilmelding.reminders=300ms"})
class InvitationsIT extends RegistrationServiceTestBase {

    @TestConfiguration
    static class Time {

        @Bean
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @Autowired
    MovableClock clock;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private static Map<String, String> person(String email) {
        return Map.of("name", "Prøve Person", "email", email, "title", "rektor");
    }

    private Answer invite(String meetingId, String... emails) {
        return api.asOrganiser(
                "POST",
                "/api/meetings/" + meetingId + "/invitations",
                Map.of(
                        "people",
                        Arrays.stream(emails).map(InvitationsIT::person).toList()));
    }

    private String idOf(String meetingId, String email) {
        for (JsonNode item : list(meetingId).path("items")) {
            if (item.path("email").asString("").equals(email)) {
                return item.path("invitationId").asString();
            }
        }
        throw new AssertionError(email + " is not invited");
    }

    private JsonNode list(String meetingId) {
        return api.asOrganiser("GET", "/api/meetings/" + meetingId + "/invitations", null)
                .body();
    }

    private JsonNode summary(String meetingId) {
        return api.asOrganiser("GET", "/api/meetings/" + meetingId + "/invitations/summary", null)
                .body();
    }

    /** The token of the mail's link, as notification-service gets it. */
    private String tokenOf(String invitationId) {
        JsonNode contact = api.internal("POST", "/internal/contacts", Map.of("registrationIds", List.of(invitationId)))
                .body()
                .path("items")
                .path(0);
        assertThat(contact.path("link").asString()).contains("/invitation/");
        return RegistrationApi.token(contact.path("link").asString());
    }

    private String invited(String meetingId, String email) {
        invite(meetingId, email);
        return tokenOf(idOf(meetingId, email));
    }

    private Answer see(String token) {
        return api.send("GET", "/api/my-invitation", null, "X-Invitation-Link", token);
    }

    private Answer answer(String token, String answer) {
        return answer(token, answer, "");
    }

    private Answer answer(String token, String answer, String note) {
        return api.send(
                "POST",
                "/api/my-invitation/answer",
                JsonMapper.shared().writeValueAsString(Map.of("answer", answer, "note", note)),
                "X-Invitation-Link",
                token);
    }

    private long confirmed(String meetingId) {
        return api.send("GET", "/api/meetings/" + meetingId + "/availability", null)
                .body()
                .path("confirmed")
                .asLong();
    }

    private List<StreamRecord> facts(String invitationId, String type) {
        return streams.records("invitations", invitationId).stream()
                .filter(fact -> fact.type().equals(type))
                .toList();
    }

    private static List<String> outcomes(Answer answer) {
        List<String> outcomes = new ArrayList<>();
        answer.body()
                .path("items")
                .forEach(item -> outcomes.add(item.path("outcome").asString()));
        return outcomes;
    }

    @Nested
    class Inviting {

        @Test
        void writesOnceToEachPerson() {
            String meetingId = scheduled(aMeeting());
            api.register(meetingId, "registered@skole.example");

            assertThat(outcomes(
                            invite(meetingId, "one@skole.example", "ONE@skole.example ", "registered@skole.example")))
                    .containsExactly("INVITED", "ALREADY_INVITED", "ALREADY_REGISTERED");
            assertThat(outcomes(invite(meetingId, "one@skole.example", "two@skole.example")))
                    .containsExactly("ALREADY_INVITED", "INVITED");

            String id = idOf(meetingId, "one@skole.example");
            String registered = idOf(meetingId, "registered@skole.example");
            assertThat(streams.await("invitations", fact -> fact.subject().equals(registered))
                            .type())
                    .as("nobody is invited to what they are registered for")
                    .isEqualTo("invitation.answered.v1");
            StreamRecord sent =
                    streams.await("invitations", fact -> fact.subject().equals(id));
            assertThat(sent.type()).isEqualTo("invitation.sent.v1");
            assertThat(sent.text()).doesNotContain("one@", "Person", "rektor");
            assertThat(facts(id, "invitation.sent.v1")).hasSize(1);
        }

        @Test
        void countsWhoWasRegisteredBefore() {
            String meetingId = scheduled(aMeeting().withQuorum(1).byInvitation());
            Map<String, Object> byPhone = signUp(meetingId, "phone@skole.example");
            byPhone.put("channel", "STAFF");
            Answer registered = api.asOrganiser("POST", "/api/registrations", byPhone);

            assertThat(outcomes(invite(meetingId, "phone@skole.example"))).containsExactly("ALREADY_REGISTERED");

            assertThat(summary(meetingId).path("yes").asInt()).isEqualTo(1);
            assertThat(summary(meetingId).path("quorumMet").asBoolean()).isTrue();
            api.cancelMy(registered.text("link"));
            assertThat(summary(meetingId).path("no").asInt()).isEqualTo(1);
            assertThat(summary(meetingId).path("quorumMet").asBoolean()).isFalse();
        }

        @Test
        void answersARepeatedRequestAsTheFirstTime() {
            String meetingId = scheduled(aMeeting());
            String path = "/api/meetings/" + meetingId + "/invitations";
            api.register(meetingId, "known@skole.example");
            String body = JsonMapper.shared()
                    .writeValueAsString(
                            Map.of("people", List.of(person("again@skole.example"), person("known@skole.example"))));
            String[] headers = {
                "Idempotency-Key",
                newId(),
                "Authorization",
                dk.astra.testsupport.TestSignIn.bearer(
                        dk.astra.testsupport.TestSignIn.current().token("ORGANISER"))
            };

            for (int i = 0; i < 2; i++) {
                assertThat(outcomes(api.send("POST", path, body, headers)))
                        .containsExactly("INVITED", "ALREADY_REGISTERED");
            }
            assertThat(list(meetingId).path("items").size()).isEqualTo(2);
            Answer other = api.send("POST", path, body.replace("again@", "other@"), headers);
            assertThat(other.status()).isEqualTo(422);

            String id = idOf(meetingId, "again@skole.example");
            assertThat(api.asOrganiser("POST", "/api/invitations/" + id + "/withdraw", Map.of())
                            .status())
                    .isEqualTo(200);
            assertThat(outcomes(api.send("POST", path, body, headers)))
                    .as("the same request does not invite whom the organiser took back")
                    .containsExactly("ALREADY_INVITED", "ALREADY_REGISTERED");
            assertThat(outcomes(invite(meetingId, "again@skole.example")))
                    .as("control: a new one does")
                    .containsExactly("INVITED");
        }

        @Test
        void invitesNobodyWhereOneRowIsBad() {
            String meetingId = scheduled(aMeeting());

            Answer refused = invite(meetingId, "good@skole.example", "no address");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.problemOf("people[1].email")).isEqualTo("invalid-email");
            assertThat(list(meetingId).path("items").size()).isZero();
            assertThat(api.asOrganiser("POST", "/api/meetings/" + meetingId + "/invitations", Map.of())
                            .problemOf("people"))
                    .isEqualTo("required");
        }

        @Test
        void isForOrganisersOnly() {
            String meetingId = scheduled(aMeeting());
            String path = "/api/meetings/" + meetingId + "/invitations";
            assertThat(api.send("GET", path, null).status()).isEqualTo(401);
            assertThat(api.send("POST", path, "{}").status()).isEqualTo(401);
            assertThat(api.as("MANAGER", "GET", path, null).status()).isEqualTo(403);
        }

        @Test
        void letsOnlyTheInvitedAndTheOfficeSignUp() {
            String closed = scheduled(aMeeting().byInvitation());
            String open = scheduled(aMeeting());

            Answer refused = api.register(closed, "stranger@skole.example");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.type()).isEqualTo("invitation-required");
            assertThat(api.register(open, "stranger@skole.example").status())
                    .as("control: without the mark anybody can")
                    .isEqualTo(201);

            assertThat(answer(invited(closed, "member@skole.example"), "YES").status())
                    .isEqualTo(200);
            Map<String, Object> byPhone = signUp(closed, "phone@skole.example");
            byPhone.put("channel", "STAFF");
            assertThat(api.asOrganiser("POST", "/api/registrations", byPhone).status())
                    .isEqualTo(201);
            assertThat(confirmed(closed)).isEqualTo(2);
            assertThat(api.register(closed, "member@skole.example").type())
                    .as("a stranger is not told who is on the list")
                    .isEqualTo("invitation-required");
        }

        @Test
        void takesNoGroupsAtAMeetingForTheInvited() {
            String closed = scheduled(aMeeting().byInvitation());
            String open = scheduled(aMeeting());

            Answer refused = group(closed);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.type()).isEqualTo("invitation-required");
            assertThat(confirmed(closed)).isZero();
            assertThat(group(open).status())
                    .as("control: without the mark anybody can")
                    .isEqualTo(201);
        }

        /** Who waits, or has a seat, at an open meeting does not come to the one for the invited by its twin. */
        @Test
        void letsNobodyInFromAnOpenTwin() {
            String open = newId();
            String closed = newId();
            String alike = newId();
            String series = newId();
            scheduled(aMeeting().withId(closed).inSeries(series, open).byInvitation());
            scheduled(aMeeting().withId(alike).inSeries(series, open));
            scheduled(aMeeting().withId(open).withCapacity(1).inSeries(series, closed, alike));
            Answer holder = api.register(open, "holder@skole.example");
            Answer waiting = api.register(open, "waiting@skole.example");

            assertThat(my(holder, "move", closed).type()).isEqualTo("invitation-required");
            assertThat(my(waiting, "either", closed).type()).isEqualTo("invitation-required");
            assertThat(confirmed(closed)).isZero();
            assertThat(api.my(holder.text("link")).text("status")).isEqualTo("CONFIRMED");
            assertThat(my(waiting, "either", alike).text("link"))
                    .as("control: the other twin takes everybody")
                    .contains("/min/");
        }

        @Test
        void letsTheInvitedMoveBetweenTwinsThatBothAreByInvitation() {
            String east = newId();
            String west = newId();
            String series = newId();
            scheduled(aMeeting().withId(west).inSeries(series, east).byInvitation());
            scheduled(aMeeting().withId(east).inSeries(series, west).byInvitation());
            String token = invited(east, "moves@skole.example");
            Answer yes = answer(token, "YES");

            Answer moved = api.send(
                    "POST",
                    "/api/my-registrations/move",
                    "{\"meetingId\":\"" + west + "\"}",
                    "X-Registration-Link",
                    RegistrationApi.token(yes.text("registrationLink")));

            assertThat(moved.status()).isEqualTo(200);
            assertThat(confirmed(west)).isEqualTo(1);
            assertThat(see(token).text("answer")).as("not coming here").isEqualTo("NO");
        }

        private Answer my(Answer signup, String what, String twin) {
            return api.send(
                    "POST",
                    "/api/my-registrations/" + what,
                    "{\"meetingId\":\"" + twin + "\"}",
                    "X-Registration-Link",
                    RegistrationApi.token(signup.text("link")));
        }

        private Answer group(String meetingId) {
            return api.send(
                    "POST",
                    "/api/groups",
                    JsonMapper.shared()
                            .writeValueAsString(Map.of(
                                    "meetingId",
                                    meetingId,
                                    "leader",
                                    Map.of(
                                            "name", "Lea Leder",
                                            "email", "lea@skole.example",
                                            "municipalityCode", "0101"),
                                    "people",
                                    List.of(Map.of(), Map.of()),
                                    "fit",
                                    "ALL")));
        }
    }

    @Nested
    class Answering {

        /** One tap: what the meeting asks comes later, and the link has shown whose mailbox it is. */
        @Test
        void asksNothingMoreOfWhoSaysYes() {
            Question required = new Question(
                    "plate",
                    QuestionKind.TEXT,
                    new LocalizedText("Nummerplade", ""),
                    null,
                    true,
                    List.of(),
                    null,
                    null,
                    null,
                    null);
            String meetingId = scheduled(aMeeting().asking(required).confirmingEmail());

            Answer yes = answer(invited(meetingId, "tap@skole.example"), "YES");
            assertThat(yes.status()).isEqualTo(200);
            assertThat(yes.text("registrationStatus")).isEqualTo("CONFIRMED");
            assertThat(api.register(meetingId, "form@skole.example").status())
                    .as("control: the form has to answer")
                    .isEqualTo(400);
        }

        @Test
        void registersWithAYesAndGivesTheSeatUpWithANo() {
            String meetingId = scheduled(aMeeting().withQuorum(1));
            String token = invited(meetingId, "yes@skole.example");
            assertThat(see(token).text("answer")).isEqualTo("NONE");
            assertThat(summary(meetingId).path("quorumMet").asBoolean()).isFalse();

            Answer yes = answer(token, "YES", "Jeg kommer lidt senere");
            assertThat(yes.text("registrationStatus")).isEqualTo("CONFIRMED");
            assertThat(yes.text("registrationLink")).contains("/min/");
            assertThat(answer(token, "YES", "Jeg kommer lidt senere").text("answer"))
                    .isEqualTo("YES");
            assertThat(confirmed(meetingId)).isEqualTo(1);
            assertThat(summary(meetingId).path("quorumMet").asBoolean()).isTrue();

            assertThat(answer(token, "NO").text("answer")).isEqualTo("NO");
            assertThat(confirmed(meetingId)).isZero();
            assertThat(summary(meetingId).path("quorumMet").asBoolean()).isFalse();

            assertThat(answer(token, "YES").text("registrationStatus")).isEqualTo("CONFIRMED");
            assertThat(confirmed(meetingId)).isEqualTo(1);
            String id = idOf(meetingId, "yes@skole.example");
            await().atMost(20, SECONDS)
                    .untilAsserted(() -> assertThat(facts(id, "invitation.answered.v1"))
                            .extracting(fact ->
                                    fact.json().path("invitation").path("reply").asString())
                            .containsExactly("YES", "NO", "YES"));
            assertThat(streams.records("invitations", id))
                    .noneSatisfy(fact -> assertThat(fact.text()).contains("senere"));
        }

        @Test
        void countsAPlaceInLineAsNoSeat() {
            String meetingId = scheduled(aMeeting().withCapacity(1).withQuorum(1));
            api.register(meetingId, "first@skole.example");

            Answer yes = answer(invited(meetingId, "late@skole.example"), "YES");

            assertThat(yes.text("registrationStatus")).isEqualTo("WAITLISTED");
            assertThat(yes.body().path("placeInLine").asInt()).isEqualTo(1);
            JsonNode summary = summary(meetingId);
            assertThat(summary.path("yes").asInt()).isZero();
            assertThat(summary.path("yesWaiting").asInt()).isEqualTo(1);
            assertThat(summary.path("quorumMet").asBoolean()).isFalse();
        }

        /** Who said yes and is offered a seat has none until they take it. */
        @Test
        void tellsOfASeatOnOffer() {
            String meetingId =
                    scheduled(aMeeting().withCapacity(1).withQuorum(1).offeringFor(24));
            Answer first = api.register(meetingId, "first-in@skole.example");
            String token = invited(meetingId, "offered@skole.example");
            answer(token, "YES");
            String registrationId =
                    list(meetingId).path("items").path(0).path("registrationId").asString();
            // who signed up a moment ago is not asked: so it was an hour ago
            mongo.getCollection("registrations")
                    .updateOne(
                            new Document("_id", registrationId),
                            new Document(
                                    "$set",
                                    new Document(
                                            "registeredAt",
                                            java.util.Date.from(Instant.now().minus(Duration.ofHours(1))))));

            api.cancelMy(first.text("link"));

            await().atMost(20, SECONDS)
                    .untilAsserted(() ->
                            assertThat(see(token).text("registrationStatus")).isEqualTo("OFFERED"));
            assertThat(see(token).text("answer")).isEqualTo("YES");
            assertThat(summary(meetingId).path("yes").asInt()).isZero();
            assertThat(summary(meetingId).path("yesWaiting").asInt()).isEqualTo(1);
            assertThat(summary(meetingId).path("quorumMet").asBoolean()).isFalse();
            assertThat(list(meetingId)
                            .path("items")
                            .path(0)
                            .path("registrationStatus")
                            .asString())
                    .isEqualTo("OFFERED");
            api.send(
                    "POST",
                    "/api/my-registrations/accept",
                    "{}",
                    "X-Registration-Link",
                    RegistrationApi.token(see(token).text("registrationLink")));
            assertThat(summary(meetingId).path("quorumMet").asBoolean()).isTrue();
        }

        /** Whoever comes last, the registration agrees with the answer that is stored. */
        @RepeatedTest(5)
        void agreesWithTheStoredAnswerWhenButtonsArePressedTogether() {
            String meetingId = scheduled(aMeeting());
            String email = newId() + "@skole.example";
            String token = invited(meetingId, email);
            List<Thread> presses = IntStream.range(0, 8)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> answer(token, i % 2 == 0 ? "YES" : "NO")))
                    .toList();
            for (Thread press : presses) {
                await().atMost(30, SECONDS).until(() -> !press.isAlive());
            }

            String stored = mongo.getCollection("invitations")
                    .find(new Document("_id", idOf(meetingId, email)))
                    .first()
                    .getString("answer");
            assertThat(confirmed(meetingId)).isEqualTo(stored.equals("YES") ? 1 : 0);
            assertThat(see(token).text("answer")).isEqualTo(stored);
        }

        @Test
        void takesWhatWasCancelledSinceAsANo() {
            String meetingId = scheduled(aMeeting());
            String token = invited(meetingId, "left@skole.example");
            Answer yes = answer(token, "YES");
            api.cancelMy(yes.text("registrationLink"));

            assertThat(see(token).text("answer")).isEqualTo("NO");
            assertThat(summary(meetingId).path("no").asInt()).isEqualTo(1);
        }

        @Test
        void keepsTheYesWhenTheSeatCannotBeGivenUpAnyMore() {
            String meetingId = scheduled(aMeeting()
                    .cancellableUntil(LocalDateTime.now().minusHours(1).withNano(0)));
            String token = invited(meetingId, "bound@skole.example");
            answer(token, "YES");

            Answer refused = answer(token, "NO");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.type()).isEqualTo("cancellation-closed");
            assertThat(see(token).text("answer")).isEqualTo("YES");
            assertThat(see(token).body().path("noPossible").asBoolean()).isFalse();
            assertThat(confirmed(meetingId)).isEqualTo(1);
        }

        @Test
        void takesANoButNoYesAfterRegistrationHasClosed() {
            MeetingBuilder meeting = aMeeting();
            MeetingState state = meeting.build();
            String meetingId = scheduled(meeting);
            String token = invited(meetingId, "late-answer@skole.example");
            clock.moveTo(instant(state.registrationClosesAt()).plus(Duration.ofHours(1)));

            Answer yes = answer(token, "YES");
            assertThat(yes.status()).isEqualTo(409);
            assertThat(yes.type()).isEqualTo("registration-closed");
            assertThat(see(token).text("answer")).isEqualTo("NONE");
            assertThat(answer(token, "NO").text("answer")).isEqualTo("NO");
        }

        @Test
        void refusesWhatIsNoAnswer() {
            String token = invited(scheduled(aMeeting()), "odd@skole.example");
            assertThat(answer(token, "MAYBE").problemOf("answer")).isEqualTo("answer");
            assertThat(answer(token, "NO", "x".repeat(301)).problemOf("note")).isEqualTo("too-long");
            assertThat(answer(token, "NO", "mit nummer er 010190-1234").problemOf("note"))
                    .isEqualTo("cpr-number");
            assertThat(see(token).text("answer")).isEqualTo("NONE");
            assertThat(see("x".repeat(32)).type()).isEqualTo("invitation-unknown");
        }

        @Test
        void finishesWhatACrashInterrupted() {
            String meetingId = scheduled(aMeeting());
            String token = invited(meetingId, "crash@skole.example");
            String untouched = invited(meetingId, "control@skole.example");
            crashedAfterYes(idOf(meetingId, "crash@skole.example"), true);
            crashedAfterYes(idOf(meetingId, "control@skole.example"), false);

            await().atMost(20, SECONDS)
                    .untilAsserted(() ->
                            assertThat(see(token).text("registrationStatus")).isEqualTo("CONFIRMED"));
            assertThat(see(untouched).text("registrationStatus"))
                    .as("control: without the mark nobody would know")
                    .isEmpty();
        }

        /** The write of the answer, and nothing after it. */
        private void crashedAfterYes(String id, boolean marked) {
            Document set = new Document("answer", "YES").append("answeredAt", java.util.Date.from(Instant.now()));
            if (marked) {
                set.append("settling", true);
            }
            mongo.getCollection("invitations")
                    .updateOne(
                            new Document("_id", id),
                            new Document("$set", set).append("$inc", new Document("version", 1)));
        }
    }

    @Nested
    class Reminding {

        @Test
        void remindsOnlyTheSilentAndEachOnce() {
            MeetingBuilder meeting = aMeeting();
            MeetingState state = meeting.build();
            String meetingId = scheduled(meeting);
            answer(invited(meetingId, "says-yes@skole.example"), "YES");
            answer(invited(meetingId, "says-no@skole.example"), "NO");
            answer(invited(meetingId, "not-yet@skole.example"), "NOT_YET");
            invited(meetingId, "silent@skole.example");
            Instant closes = instant(state.registrationClosesAt());

            clock.moveTo(closes.minus(Duration.ofDays(7)).plusSeconds(60));
            await().atMost(20, SECONDS)
                    .untilAsserted(() -> assertThat(reminders(meetingId, "silent@skole.example"))
                            .isEqualTo(1));
            assertThat(reminders(meetingId, "not-yet@skole.example")).isZero();

            clock.moveTo(closes.minus(Duration.ofDays(2)).plusSeconds(60));
            await().atMost(20, SECONDS).untilAsserted(() -> {
                assertThat(reminders(meetingId, "silent@skole.example")).isEqualTo(2);
                assertThat(reminders(meetingId, "not-yet@skole.example")).isEqualTo(1);
            });
            // a day later the same window is open: nobody is reminded for it again
            clock.moveTo(closes.minus(Duration.ofHours(1)));
            String later = invited(meetingId, "control@skole.example");
            assertThat(later).isNotEmpty();
            await().during(2, SECONDS).atMost(10, SECONDS).untilAsserted(() -> {
                assertThat(reminders(meetingId, "silent@skole.example")).isEqualTo(2);
                assertThat(reminders(meetingId, "says-yes@skole.example")).isZero();
                assertThat(reminders(meetingId, "says-no@skole.example")).isZero();
                assertThat(reminders(meetingId, "control@skole.example"))
                        .as("invited within a day")
                        .isZero();
            });
            assertThat(facts(idOf(meetingId, "silent@skole.example"), "invitation.reminded.v1"))
                    .hasSize(2);
        }

        @Test
        void remindsAtAnOrganisersWishOnceADay() {
            String meetingId = scheduled(aMeeting());
            String token = invited(meetingId, "wish@skole.example");
            String path = "/api/invitations/" + idOf(meetingId, "wish@skole.example") + "/remind";

            assertThat(api.asOrganiser("POST", path, Map.of())
                            .body()
                            .path("sent")
                            .asBoolean())
                    .isTrue();
            assertThat(api.asOrganiser("POST", path, Map.of())
                            .body()
                            .path("sent")
                            .asBoolean())
                    .isFalse();
            assertThat(reminders(meetingId, "wish@skole.example")).isEqualTo(1);

            answer(token, "NO");
            Answer answered = api.asOrganiser("POST", path, Map.of());
            assertThat(answered.status()).isEqualTo(409);
            assertThat(answered.type()).isEqualTo("invitation-answered");
        }

        private int reminders(String meetingId, String email) {
            for (JsonNode item : list(meetingId).path("items")) {
                if (item.path("email").asString("").equals(email)) {
                    return item.path("reminders").asInt();
                }
            }
            throw new AssertionError(email + " is not invited");
        }
    }

    @Nested
    class Ending {

        @Test
        void takesAnInvitationBackUnlessThePersonIsRegistered() {
            String meetingId = scheduled(aMeeting());
            String token = invited(meetingId, "gone@skole.example");
            String id = idOf(meetingId, "gone@skole.example");

            answer(token, "YES");
            Answer refused = api.asOrganiser("POST", "/api/invitations/" + id + "/withdraw", Map.of());
            assertThat(refused.type()).isEqualTo("invitation-accepted");

            answer(token, "NO");
            assertThat(api.asOrganiser("POST", "/api/invitations/" + id + "/withdraw", Map.of())
                            .status())
                    .isEqualTo(200);
            assertThat(see(token).status()).isEqualTo(410);
            assertThat(answer(token, "YES").type()).isEqualTo("invitation-withdrawn");
            assertThat(api.send("GET", "/api/my-invitation/data", null, "X-Invitation-Link", token)
                            .status())
                    .isEqualTo(410);
            assertThat(mongo.getCollection("invitations")
                            .find(new Document("_id", id))
                            .first()
                            .toJson())
                    .as("nothing tells any more who it was")
                    .doesNotContain("gone@", "Person");
            assertThat(list(meetingId).path("items").size()).isZero();
            assertThat(outcomes(invite(meetingId, "gone@skole.example"))).containsExactly("INVITED");
            streams.await(
                    "invitations",
                    fact -> fact.subject().equals(id) && fact.type().equals("invitation.withdrawn.v1"));
        }

        @Test
        void leavesNothingOfAnErasedPerson() {
            String meetingId = scheduled(aMeeting());
            String token = invited(meetingId, "erased@skole.example");
            String id = idOf(meetingId, "erased@skole.example");
            Answer yes = answer(token, "YES", "En besked");
            Answer data = api.send(
                    "GET",
                    "/api/my-registrations/data",
                    null,
                    "X-Registration-Link",
                    RegistrationApi.token(yes.text("registrationLink")));
            assertThat(data.body().path("invitations").path(0).path("note").asString())
                    .isEqualTo("En besked");

            assertThat(api.send("GET", "/api/my-invitation/data", null, "X-Invitation-Link", token)
                            .body()
                            .path("registrations")
                            .size())
                    .isEqualTo(1);

            assertThat(api.send("POST", "/api/my-invitation/erase", "{}", "X-Invitation-Link", token)
                            .status())
                    .isEqualTo(204);

            assertThat(see(token).status()).isEqualTo(404);
            assertThat(confirmed(meetingId)).isZero();
            Document left = mongo.getCollection("invitations")
                    .find(new Document("_id", id))
                    .first();
            assertThat(left).isNotNull();
            assertThat(left.toJson()).doesNotContain("erased@", "Person", "besked");
            assertThat(api.internal("POST", "/internal/contacts", Map.of("registrationIds", List.of(id)))
                            .body()
                            .path("items")
                            .size())
                    .isZero();
        }
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(ZoneId.of("Europe/Copenhagen")).toInstant();
    }
}
