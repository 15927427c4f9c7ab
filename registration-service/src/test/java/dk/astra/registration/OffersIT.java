package dk.astra.registration;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.contracts.Side;
import dk.astra.registration.RegistrationApi.Answer;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A freed seat is offered, a newcomer's mailbox confirmed, a place kept at both twin meetings (P1, P2, P6). */
class OffersIT extends TwoInstancesTestBase {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private String offering(MeetingBuilder meeting) {
        return known(scheduled(meeting.withId(newId()).offeringFor(24)));
    }

    private String known(String meeting) {
        await().atMost(20, SECONDS)
                .until(() -> otherInstance
                                .send("GET", "/api/meetings/" + meeting + "/availability", null)
                                .status()
                        == 200);
        return meeting;
    }

    /** Who signed up a moment ago is not asked: so they came an hour ago. */
    private Answer earlier(Answer signup) {
        set(signup, "registeredAt", Date.from(Instant.now().minus(Duration.ofHours(1))));
        return signup;
    }

    private void set(Answer signup, String field, Object value) {
        mongo.getCollection("registrations")
                .updateOne(
                        new Document("_id", signup.text("registrationId")),
                        new Document("$set", new Document(field, value)));
    }

    private String mailedLink(Answer signup) {
        return api.internal(
                        "POST", "/internal/contacts", Map.of("registrationIds", List.of(signup.text("registrationId"))))
                .body()
                .path("items")
                .path(0)
                .path("link")
                .asString();
    }

    private Document stored(Answer signup) {
        return mongo.getCollection("registrations")
                .find(new Document("_id", signup.text("registrationId")))
                .first();
    }

    private Answer post(RegistrationApi instance, Answer signup, String action, String body) {
        return post(instance, signup.text("link"), action, body);
    }

    private Answer post(RegistrationApi instance, String link, String action, String body) {
        return instance.send(
                "POST", "/api/my-registrations/" + action, body, "X-Registration-Link", RegistrationApi.token(link));
    }

    private Answer accept(Answer signup) {
        return post(otherInstance, signup, "accept", "{}");
    }

    private String status(Answer signup) {
        return api.my(signup.text("link")).text("status");
    }

    private StreamRecord told(Answer signup, String type) {
        return streams.await(
                "registrations",
                fact -> fact.subject().equals(signup.text("registrationId"))
                        && fact.type().equals(type));
    }

    @Nested
    class WhenASeatIsFreed {

        private String meeting;
        private Answer holder;
        private Answer first;
        private Answer second;

        @BeforeEach
        void twoWait() {
            meeting = offering(aMeeting().withCapacity(1));
            holder = api.register(meeting, "holder@skole.example");
            first = earlier(api.register(meeting, "first@skole.example"));
            second = earlier(api.register(meeting, "second@skole.example"));
        }

        /** Also before the sweep has come round. */
        @Test
        void showsNoSeatThatCannotBeTakenAnyMore() {
            api.cancelMy(holder.text("link"));
            set(first, "offeredUntil", Date.from(Instant.now().minusMillis(1)));

            Answer over = api.my(first.text("link"));
            assertThat(over.text("status")).isEqualTo("CANCELLED");
            assertThat(over.text("endedBecause")).isEqualTo("OFFER_LAPSED");
            assertThat(over.text("offeredUntil")).isEmpty();
            assertThat(over.body().path("cancellable").asBoolean()).isFalse();
            assertThat(accept(first).type()).isEqualTo("offer-over");
        }

        @Test
        void offersItToTheFirstInLineWhoTakesIt() {
            api.cancelMy(holder.text("link"));

            Answer offered = api.my(first.text("link"));
            assertThat(offered.text("status")).isEqualTo("OFFERED");
            assertThat(Instant.parse(offered.text("offeredUntil")))
                    .isBetween(
                            Instant.now().plus(Duration.ofHours(23)),
                            Instant.now().plus(Duration.ofHours(25)));
            assertThat(offered.text("seat")).isEmpty();
            assertThat(status(second)).isEqualTo("WAITLISTED");
            assertThat(api.my(second.text("link")).body().path("placeInLine").asInt())
                    .isEqualTo(1);
            StreamRecord fact = told(first, "registration.offered.v1");
            assertThat(fact.json().path("registration").path("status").asString())
                    .as("readers that do not know of offers count as before")
                    .isEqualTo("WAITLISTED");
            assertThat(fact.json().path("registration").path("offeredUntil").asString())
                    .isEqualTo(offered.text("offeredUntil"));

            assertThat(accept(first).text("status")).isEqualTo("CONFIRMED");
            assertThat(accept(first).status()).as("again the same").isEqualTo(200);
            StreamRecord promoted = told(first, "registration.promoted.v1");
            assertThat(promoted.json().path("registration").path("seat").asInt())
                    .isEqualTo(1);
            assertThat(promoted.json().path("registration").path("offeredUntil").asString(""))
                    .isEmpty();
        }

        @Test
        void offersItToTheNextWhenTheFirstDeclines() {
            api.cancelMy(holder.text("link"));

            assertThat(post(otherInstance, first, "cancel", "{}").text("status"))
                    .isEqualTo("CANCELLED");

            assertThat(api.my(first.text("link")).text("endedBecause")).isEqualTo("OFFER_DECLINED");
            assertThat(status(second)).isEqualTo("OFFERED");
            assertThat(accept(first).type()).isEqualTo("offer-over");
            StreamRecord declined = told(first, "registration.cancelled.v1");
            assertThat(declined.json().path("previous").asString()).isEqualTo("WAITLISTED");
            assertThat(declined.json().path("reason").asString()).isEqualTo("OFFER_DECLINED");
            assertThat(declined.json().path("by").asString()).isEqualTo("PARTICIPANT");
        }

        @Test
        void offersItToTheNextWhenTheFirstDoesNotAnswer() {
            api.cancelMy(holder.text("link"));
            set(first, "offeredUntil", Date.from(Instant.now().minusSeconds(1)));
            Answer late = accept(first);

            assertThat(late.status()).isEqualTo(409);
            assertThat(late.type()).isEqualTo("offer-over");
            await().atMost(20, SECONDS).until(() -> status(second).equals("OFFERED"));
            assertThat(api.my(first.text("link")).text("endedBecause")).isEqualTo("OFFER_LAPSED");
            StreamRecord lapsed = told(first, "registration.cancelled.v1");
            assertThat(lapsed.json().path("reason").asString()).isEqualTo("OFFER_LAPSED");
            assertThat(mailedLink(first)).as("leads to the line").endsWith("/arrangementer/" + meeting);
            assertThat(api.register(meeting, "first@skole.example").status())
                    .as("may join the line again")
                    .isEqualTo(201);
        }

        @Test
        void countsAnOfferedSeatAsTaken() {
            api.cancelMy(holder.text("link"));
            post(api, second, "cancel", "{}");

            Answer seats = api.send("GET", "/api/meetings/" + meeting + "/availability", null);
            assertThat(seats.body().path("offered").asInt()).isEqualTo(1);
            assertThat(seats.body().path("confirmed").asInt()).isZero();
            assertThat(seats.body().path("seatsLeft").asInt()).isZero();
            Answer newcomer = otherInstance.register(meeting, "newcomer@skole.example");
            assertThat(newcomer.text("status")).isEqualTo("WAITLISTED");
            assertThat(api.register(meeting, "first@skole.example").status())
                    .as("one live registration")
                    .isEqualTo(200);
            assertThat(post(api, first, "transfer", "{\"name\":\"Bo\",\"email\":\"bo@skole.example\"}")
                            .type())
                    .isEqualTo("seat-required");
            Answer list = api.asOrganiser("GET", "/api/meetings/" + meeting + "/registrations?status=OFFERED", null);
            assertThat(list.body().path("items").path(0).path("offeredUntil").asString(""))
                    .isNotEmpty();
        }

        @Test
        void cannotBeTakenByALowerCapacity() {
            String two = offering(aMeeting().withCapacity(2));
            Answer one = api.register(two, "one@skole.example");
            api.register(two, "two@skole.example");
            earlier(api.register(two, "offered@skole.example"));
            api.cancelMy(one.text("link"));

            Answer lower = api.internal("PUT", "/internal/meetings/" + two + "/capacity", Map.of("capacity", 1));

            assertThat(lower.status()).isEqualTo(409);
            assertThat(lower.body().path("confirmed").asInt()).isEqualTo(2);
        }

        @Test
        void doesNotAskWhoIsThereAnyway() {
            api.cancelMy(first.text("link"));
            api.cancelMy(second.text("link"));
            api.cancelMy(holder.text("link"));

            assertThat(api.register(meeting, "justnow@skole.example").text("status"))
                    .isEqualTo("CONFIRMED");
        }

        @Test
        void isCancelledWithItsMeeting() {
            api.cancelMy(holder.text("link"));
            MeetingBuilder cancelled = aMeeting().withId(meeting).withVersion(2).cancelled();
            publish("meeting.cancelled.v1", cancelled.build(), Map.of("meeting", cancelled.build()));

            await().atMost(20, SECONDS)
                    .until(() ->
                            status(first).equals("CANCELLED") && status(second).equals("CANCELLED"));
            assertThat(stored(first).containsKey("freeSeatOf")).isFalse();
        }

        @Test
        void saysSoToWhoAcceptsWhatIsNotOffered() {
            assertThat(accept(first).type()).isEqualTo("no-offer");
            assertThat(post(api, "https://x/min/aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "accept", "{}")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void givesTheSeatAtOnceShortlyBeforeTheStart() {
        String meeting = offering(aMeeting()
                .withCapacity(1)
                .startingAt(LocalDateTime.now(DENMARK).plusMinutes(90))
                .closesAt(LocalDateTime.now(DENMARK).plusMinutes(80))
                .cancellableUntil(LocalDateTime.now(DENMARK).plusMinutes(80)));
        Answer holder = api.register(meeting, "h@skole.example");
        Answer waiting = earlier(api.register(meeting, "w@skole.example"));

        api.cancelMy(holder.text("link"));

        assertThat(status(waiting)).isEqualTo("CONFIRMED");
    }

    @Nested
    class WhenTheMailboxHasToBeConfirmed {

        private String meeting;
        private Answer newcomer;

        @BeforeEach
        void somebodySignsUp() {
            meeting = known(scheduled(aMeeting().withId(newId()).withCapacity(1).confirmingEmail()));
            newcomer = api.register(meeting, "new@skole.example");
        }

        @Test
        void keepsTheSeatUntilTheMailIsAnswered() {
            assertThat(newcomer.text("status")).isEqualTo("OFFERED");
            assertThat(newcomer.body().path("confirmByMail").asBoolean()).isTrue();
            assertThat(newcomer.text("link"))
                    .as("only who reads the mail can confirm")
                    .isEmpty();
            StreamRecord created = told(newcomer, "registration.created.v1");
            assertThat(created.json().path("registration").path("status").asString())
                    .isEqualTo("WAITLISTED");
            assertThat(api.register(meeting, "late@skole.example").text("status"))
                    .isEqualTo("WAITLISTED");

            assertThat(post(otherInstance, mailedLink(newcomer), "accept", "{}").text("status"))
                    .isEqualTo("CONFIRMED");
            told(newcomer, "registration.promoted.v1");
        }

        @Test
        void givesTheSeatToTheNextWhoThenConfirmsToo() {
            Answer next = api.register(meeting, "next@skole.example");
            assertThat(next.text("link")).isEmpty();

            set(newcomer, "offeredUntil", Date.from(Instant.now().minusSeconds(1)));

            await().atMost(20, SECONDS)
                    .until(() -> stored(next).getString("status").equals("OFFERED"));
            assertThat(stored(newcomer).getString("status")).isEqualTo("CANCELLED");
            assertThat(post(api, mailedLink(next), "accept", "{}").text("status"))
                    .isEqualTo("CONFIRMED");
        }
    }

    @Nested
    class WhenSomebodyWaitsAtBothTwins {

        private String east;
        private String west;
        private Answer eastHolder;
        private Answer westHolder;
        private Answer here;

        @BeforeEach
        void bothAreFull() {
            east = newId();
            west = newId();
            String series = newId();
            scheduled(aMeeting().withId(east).withCapacity(1).inSeries(series, west));
            scheduled(aMeeting()
                    .withId(west)
                    .withCapacity(1)
                    .inSeries(series, east)
                    .withSide(Side.WEST));
            known(east);
            known(west);
            eastHolder = api.register(east, "e@skole.example");
            westHolder = api.register(west, "w@skole.example");
            here = api.register(east, "either@skole.example");
        }

        private Answer either(String twin) {
            return post(otherInstance, here, "either", "{\"meetingId\":\"" + twin + "\"}");
        }

        @Test
        void leavesTheOtherPlaceWhenOneBecomesASeat() {
            Answer there = either(west);
            assertThat(there.body().path("registration").path("status").asString())
                    .isEqualTo("WAITLISTED");
            assertThat(there.body().path("registration").path("name").asString())
                    .isEqualTo("Prøve Person");
            assertThat(either(west).text("link")).as("again the same").isEqualTo(there.text("link"));
            assertThat(api.my(here.text("link"))
                            .body()
                            .path("eitherOf")
                            .path("link")
                            .asString())
                    .isEqualTo(there.text("link"));
            Answer behind = api.register(east, "behind@skole.example");

            api.cancelMy(westHolder.text("link"));

            await().atMost(20, SECONDS).until(() -> status(here).equals("CANCELLED"));
            assertThat(status(there)).isEqualTo("CONFIRMED");
            Answer left = api.my(here.text("link"));
            assertThat(left.text("endedBecause")).isEqualTo("SEAT_AT_TWIN");
            assertThat(left.text("movedTo")).isEqualTo(there.text("link"));
            assertThat(told(here, "registration.cancelled.v1")
                            .json()
                            .path("reason")
                            .asString())
                    .isEqualTo("SEAT_AT_TWIN");
            api.cancelMy(eastHolder.text("link"));
            assertThat(status(behind)).isEqualTo("CONFIRMED");
        }

        @Test
        void keepsOneSeatWhenBothAreFreedAtTheSameMoment() throws Exception {
            Answer there = either(west);
            Answer behindEast = api.register(east, "be@skole.example");
            Answer behindWest = api.register(west, "bw@skole.example");

            inParallel(List.of(
                    () -> api.cancelMy(eastHolder.text("link")),
                    () -> otherInstance.cancelMy(westHolder.text("link"))));

            await().atMost(20, SECONDS)
                    .untilAsserted(() -> assertThat(List.of(status(here), status(there)))
                            .containsExactlyInAnyOrder("CONFIRMED", "CANCELLED"));
            await().atMost(20, SECONDS)
                    .untilAsserted(() -> assertThat(List.of(status(behindEast), status(behindWest)))
                            .as("the other seat moved on")
                            .containsExactlyInAnyOrder("CONFIRMED", "WAITLISTED"));
        }

        @Test
        void takesAFreeSeatThereAtOnce() {
            api.cancelMy(westHolder.text("link"));

            Answer there = either(west);

            assertThat(there.body().path("registration").path("status").asString())
                    .isEqualTo("CONFIRMED");
            assertThat(status(here)).isEqualTo("CANCELLED");
        }

        /** What a crash leaves: the place at the twin names this one, which does not know of it yet. */
        @Test
        void finishesWhatACrashInterrupted() {
            Answer there = either(west);
            mongo.getCollection("registrations")
                    .updateOne(
                            new Document("_id", here.text("registrationId")),
                            new Document("$unset", new Document("eitherOf", "")));
            mongo.getCollection("registrations")
                    .updateOne(
                            new Document(
                                    "_id",
                                    there.body()
                                            .path("registration")
                                            .path("registrationId")
                                            .asString()),
                            new Document("$set", new Document("pairing", here.text("registrationId"))));

            await().atMost(20, SECONDS).until(() -> stored(here).containsKey("eitherOf"));
        }

        @Test
        void saysToWhoHasASeatThereThatItIsTheirOwn() {
            Answer own = api.register(west, "own@skole.example");
            api.cancelMy(westHolder.text("link"));
            await().atMost(20, SECONDS).until(() -> status(own).equals("CONFIRMED"));
            Answer waits = api.register(east, "own@skole.example");

            Answer refused = post(api, waits, "either", "{\"meetingId\":\"" + west + "\"}");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.type()).isEqualTo("registered-at-twin");
            assertThat(refused.text("detail"))
                    .contains("Her er intet ændret")
                    .as("nobody speaks of a colleague")
                    .doesNotContain("kollega");
            assertThat(List.of(status(own), status(waits))).containsExactly("CONFIRMED", "WAITLISTED");
        }

        @Test
        void refusesWhatIsNoTwinOrNoWait() {
            assertThat(either(newId()).type()).isEqualTo("not-a-twin");
            assertThat(either("").problemOf("meetingId")).isEqualTo("required");
            assertThat(post(api, eastHolder, "either", "{\"meetingId\":\"" + west + "\"}")
                            .type())
                    .isEqualTo("not-waiting");
        }
    }
}
