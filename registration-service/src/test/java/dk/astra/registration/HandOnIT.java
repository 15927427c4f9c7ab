package dk.astra.registration;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.registration.RegistrationApi.Answer;
import dk.astra.testsupport.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Going to the twin meeting, giving a seat to a colleague, links again and own data (P1, P2, P6, P7). */
class HandOnIT extends TwoInstancesTestBase {

    private record Twins(String east, String west) {}

    private Twins twins(int eastSeats, int westSeats) {
        String east = newId();
        String west = newId();
        String series = newId();
        scheduled(aMeeting().withId(east).withCapacity(eastSeats).inSeries(series, west));
        scheduled(aMeeting().withId(west).withCapacity(westSeats).inSeries(series, east));
        await().atMost(20, SECONDS)
                .until(() -> otherInstance
                                .send("GET", "/api/meetings/" + west + "/availability", null)
                                .status()
                        == 200);
        return new Twins(east, west);
    }

    private Answer move(RegistrationApi instance, Answer signup, String twin) {
        return instance.send(
                "POST",
                "/api/my-registrations/move",
                "{\"meetingId\":\"" + twin + "\"}",
                "X-Registration-Link",
                RegistrationApi.token(signup.text("link")));
    }

    private Answer transfer(RegistrationApi instance, Answer signup, String email) {
        return instance.send(
                "POST",
                "/api/my-registrations/transfer",
                "{\"name\":\"Bo Kollega\",\"email\":\"" + email + "\",\"language\":\"da\"}",
                "X-Registration-Link",
                RegistrationApi.token(signup.text("link")));
    }

    @Test
    void takesTheSeatThereBeforeItFreesTheOneHere() {
        Twins twins = twins(1, 1);
        Answer mover = api.register(twins.east, "mover@skole.example");
        Answer waiting = api.register(twins.east, "waiting@skole.example");

        Answer moved = move(api, mover, twins.west);

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.body().path("registration").path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(moved.body().path("registration").path("meetingId").asString())
                .isEqualTo(twins.west);
        assertThat(api.my(waiting.text("link")).text("status"))
                .as("the freed seat moved on")
                .isEqualTo("CONFIRMED");
        Answer old = api.my(mover.text("link"));
        assertThat(old.text("status")).isEqualTo("CANCELLED");
        assertThat(old.text("movedTo")).isEqualTo(moved.text("link"));
        assertThat(move(api, mover, twins.west).text("link"))
                .as("a second click finds the first one")
                .isEqualTo(moved.text("link"));
        StreamRecord created = streams.await(
                "registrations",
                fact -> fact.subject()
                        .equals(moved.body()
                                .path("registration")
                                .path("registrationId")
                                .asString()));
        assertThat(created.type()).isEqualTo("registration.created.v1");
        assertThat(created.json().path("registration").path("calendarEntry").asString())
                .isEqualTo(mover.text("registrationId"));
        streams.await(
                "registrations",
                fact -> fact.subject().equals(mover.text("registrationId"))
                        && fact.type().equals("registration.moved.v1"));
    }

    /** The seat at the twin was given on: whoever moved there has no business with it any more. */
    @Test
    void tellsWhoMovedNothingOfAColleagueWhoGotTheSeat() {
        Twins twins = twins(5, 5);
        Answer mover = api.register(twins.east, "moved-on@skole.example");
        Answer moved = move(api, mover, twins.west);
        assertThat(transfer(api, moved, "got-it@skole.example").status()).isEqualTo(204);

        Answer old = api.my(mover.text("link"));
        Answer again = move(api, mover, twins.west);

        assertThat(old.text("status")).isEqualTo("CANCELLED");
        assertThat(old.body().path("movedTo").isString()).isFalse();
        assertThat(again.type()).isEqualTo("seat-handed-over");
        assertThat(again.body().toString()).doesNotContain("got-it", "/min/");
    }

    /** A move that was interrupted, and the seat given to a colleague before the sweep: it stays the colleague's. */
    @Test
    void leavesAColleagueTheSeatOfAnInterruptedMove() {
        Twins twins = twins(5, 5);
        Answer mover = api.register(twins.east, "interrupted@skole.example");
        Answer moved = move(api, mover, twins.west);
        String seat = mover.text("registrationId");
        Answer colleague = api.register(twins.east, "has-it-now@skole.example");
        String theirs = colleague.text("registrationId");

        mongo.getCollection("registrations")
                .updateOne(
                        new Document(
                                "_id",
                                moved.body()
                                        .path("registration")
                                        .path("registrationId")
                                        .asString()),
                        new Document("$set", new Document("movingFrom", theirs)));
        await().atMost(30, SECONDS)
                .until(() ->
                        mongo.getCollection("registrations").countDocuments(new Document("movingFrom", theirs)) == 0);

        assertThat(api.my(colleague.text("link")).text("status")).isEqualTo("CONFIRMED");
        assertThat(api.my(mover.text("link")).text("status")).as(seat).isEqualTo("CANCELLED");
    }

    @Test
    void keepsTheSeatWhenTheTwinIsFullOrNoTwin() {
        Twins twins = twins(2, 1);
        Answer mover = api.register(twins.east, "stays@skole.example");
        api.register(twins.west, "first@skole.example");

        Answer refused = move(api, mover, twins.west);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("twin-full");
        assertThat(api.my(mover.text("link")).text("status")).isEqualTo("CONFIRMED");
        assertThat(move(api, mover, newId()).type()).isEqualTo("not-a-twin");
    }

    @Test
    void movesAFreedSeatOnlyWhileNobodyWaitsForIt() {
        Twins twins = twins(2, 1);
        Answer mover = api.register(twins.east, "freed@skole.example");
        Answer there = api.register(twins.west, "gone@skole.example");
        api.cancelMy(there.text("link"));

        assertThat(move(api, mover, twins.west).status()).isEqualTo(200);
        Document seat = mongo.getCollection("registrations")
                .find(new Document("meetingId", twins.west).append("status", "CONFIRMED"))
                .first();
        assertThat(seat.getInteger("generation")).isEqualTo(1);
    }

    @Test
    void givesOneSeatToOneOfManyWhoSwitchAtTheSameMoment() throws Exception {
        Twins twins = twins(20, 5);
        List<Answer> movers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            movers.add(api.register(twins.east, "storm" + i + "@skole.example"));
        }

        List<Answer> answers = inParallel(IntStream.range(0, 20)
                .<Callable<Answer>>mapToObj(i -> () -> move(instance(i), movers.get(i), twins.west))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.type().equals("twin-full"))
                .hasSize(15);
        assertThat(live(twins.west))
                .hasSize(5)
                .extracting(d -> d.getInteger("seat"))
                .doesNotHaveDuplicates();
        assertThat(live(twins.east)).hasSize(15);
    }

    /** What a crash between the two writes leaves: the successor is there, the predecessor holds its seat. */
    @Test
    void finishesWhatACrashInterrupted() {
        Twins twins = twins(1, 1);
        Answer mover = api.register(twins.east, "crashed@skole.example");
        Answer moved = move(api, mover, twins.west);
        String successor =
                moved.body().path("registration").path("registrationId").asString();
        var registrations = mongo.getCollection("registrations");
        registrations.updateOne(
                new Document("_id", mover.text("registrationId")),
                new Document("$set", new Document("status", "CONFIRMED"))
                        .append("$unset", new Document("freeSeatOf", "").append("movedTo", "")));
        registrations.updateOne(
                new Document("_id", successor),
                new Document("$set", new Document("movingFrom", mover.text("registrationId"))));

        await().atMost(30, SECONDS)
                .untilAsserted(() ->
                        assertThat(api.my(mover.text("link")).text("status")).isEqualTo("CANCELLED"));
        await().atMost(10, SECONDS)
                .until(() -> !registrations
                        .find(new Document("_id", successor))
                        .first()
                        .containsKey("movingFrom"));
    }

    /** Who is thanked for a cancellation has made it. */
    @Test
    void tellsWhoEndedARegistration() {
        String meeting = scheduled(aMeeting().withId(newId()));
        Answer own = api.register(meeting, "own@skole.example");
        Answer office = api.register(meeting, "office@skole.example");

        api.cancelMy(own.text("link"));
        api.asOrganiser("POST", "/api/registrations/" + office.text("registrationId") + "/cancel", Map.of());

        assertThat(api.my(own.text("link")).body().path("endedBy").isString()).isFalse();
        assertThat(api.my(office.text("link")).text("endedBy")).isEqualTo("ORGANISER");
        assertThat(api.my(office.text("link")).text("status")).isEqualTo("CANCELLED");
    }

    @Test
    void givesTheSeatToAColleagueAndClosesTheOldLink() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(1));
        Answer giver = api.register(meeting, "giver@skole.example");
        Answer waiting = api.register(meeting, "waits@skole.example");

        assertThat(transfer(api, waiting, "x@skole.example").type()).isEqualTo("seat-required");
        assertThat(transfer(api, giver, "waits@skole.example").type()).isEqualTo("already-registered");
        assertThat(transfer(api, giver, "giver@skole.example").type()).isEqualTo("already-registered");
        assertThat(transfer(api, giver, "ikke-en-mail").problemOf("email")).isEqualTo("invalid-email");
        assertThat(transfer(api, giver, "").problemOf("email"))
                .as("who reads it is not the colleague")
                .isEqualTo("email-required");
        assertThat(transfer(api, giver, "colleague@skole.example").status()).isEqualTo(204);

        assertThat(api.my(giver.text("link")).type()).isEqualTo("seat-handed-over");
        assertThat(api.my(giver.text("link")).status()).isEqualTo(410);
        Answer contacts = api.internal(
                "POST", "/internal/contacts", Map.of("registrationIds", List.of(giver.text("registrationId"))));
        assertThat(contacts.body().path("items").size()).isEqualTo(2);
        String link = contacts.body().path("items").path(0).path("link").asString();
        assertThat(api.my(link).text("email")).isEqualTo("colleague@skole.example");
        assertThat(contacts.body().path("items").path(1).path("former").asBoolean())
                .isTrue();
        assertThat(contacts.body().path("items").path(1).path("email").asString())
                .isEqualTo("giver@skole.example");
        StreamRecord told = streams.await(
                "registrations",
                fact -> fact.type().equals("registration.transferred.v1")
                        && fact.subject().equals(giver.text("registrationId")));
        assertThat(told.json().toString()).doesNotContain("colleague", "giver@");
        Answer again = api.register(meeting, "giver@skole.example");
        assertThat(again.text("status"))
                .as("who gave it away may stand in line")
                .isEqualTo("WAITLISTED");
    }

    @Test
    void forgetsWhoGaveTheSeatWhenThatPersonIsErased() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(1));
        Answer giver = api.register(meeting, "forgetme@skole.example");
        String personId = mongo.getCollection("registrations")
                .find(new Document("_id", giver.text("registrationId")))
                .first()
                .getString("personId");
        transfer(api, giver, "keeps@skole.example");

        api.as("ADMINISTRATOR", "DELETE", "/api/people/" + personId, null);

        assertThat(mongo.getCollection("registrations")
                        .find(new Document("_id", giver.text("registrationId")))
                        .first()
                        .toJson())
                .doesNotContain("forgetme");
    }

    @Test
    void sendsLinksAgainOnceInTenMinutesAndTellsNobody() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(5));
        Answer signup = api.register(meeting, "links@skole.example");

        for (int i = 0; i < 3; i++) {
            assertThat(links("Links@Skole.example").status()).isEqualTo(202);
        }
        assertThat(links("nobody@skole.example").status()).isEqualTo(202);
        assertThat(links("").problemOf("email")).isEqualTo("required");

        streams.await(
                "registrations",
                fact -> fact.subject().equals(signup.text("registrationId"))
                        && fact.type().equals("registration.link-requested.v1"));
        await().during(java.time.Duration.ofSeconds(1))
                .atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(streams.records("registrations", signup.text("registrationId")))
                        .filteredOn(fact -> fact.type().equals("registration.link-requested.v1"))
                        .extracting(fact -> fact.headers().get("ce_id"))
                        .containsOnly(streams.records("registrations", signup.text("registrationId")).stream()
                                .filter(fact -> fact.type().equals("registration.link-requested.v1"))
                                .findFirst()
                                .orElseThrow()
                                .headers()
                                .get("ce_id")));
    }

    private Answer links(String email) {
        return api.send("POST", "/api/my-registrations/links", "{\"email\":\"" + email + "\"}");
    }

    @Test
    void showsAndErasesAllThatIsStoredOfAPerson() {
        String one = scheduled(aMeeting().withId(newId()).withCapacity(5));
        String other = scheduled(aMeeting().withId(newId()).withCapacity(5));
        Answer first = api.register(one, "whole@skole.example");
        api.register(other, "whole@skole.example");
        String token = RegistrationApi.token(first.text("link"));

        Answer data = api.send("GET", "/api/my-registrations/data", null, "X-Registration-Link", token);
        assertThat(data.body().path("registrations").size()).isEqualTo(2);
        assertThat(data.body().path("registrations").path(0).path("email").asString())
                .isEqualTo("whole@skole.example");

        assertThat(api.send("POST", "/api/my-registrations/erase", "{}", "X-Registration-Link", token)
                        .status())
                .isEqualTo(204);
        assertThat(api.my(first.text("link")).status()).isEqualTo(404);
        assertThat(live(one)).isEmpty();
        assertThat(live(other)).isEmpty();
    }

    private List<Document> live(String meeting) {
        return mongo.getCollection("registrations")
                .find(new Document("meetingId", meeting)
                        .append("status", new Document("$in", List.of("CONFIRMED", "WAITLISTED"))))
                .into(new ArrayList<>());
    }
}
