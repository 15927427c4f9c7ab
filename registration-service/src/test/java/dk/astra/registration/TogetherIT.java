package dk.astra.registration;

import static dk.astra.registration.GroupsIT.group;
import static dk.astra.registration.GroupsIT.person;
import static dk.astra.registration.GroupsIT.place;
import static dk.astra.registration.GroupsIT.signUp;
import static dk.astra.registration.GroupsIT.statuses;
import static dk.astra.registration.GroupsIT.token;
import static dk.astra.registration.GroupsIT.unnamed;
import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.registration.RegistrationApi.Answer;
import dk.astra.testsupport.MeetingBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups that wait for their seats together: everybody at once or nobody, and no seat left for nobody (P1, P3, P6). */
class TogetherIT extends TwoInstancesTestBase {

    private String known(MeetingBuilder meeting) {
        String id = scheduled(meeting);
        await().atMost(20, SECONDS)
                .until(() -> otherInstance
                                .send("GET", "/api/meetings/" + id + "/availability", null)
                                .status()
                        == 200);
        return id;
    }

    private String meeting(int seats) {
        return known(aMeeting().withId(newId()).withCapacity(seats));
    }

    private List<Answer> singles(String meeting, int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(i -> api.register(meeting, name + i + "@skole.example"))
                .toList();
    }

    private Answer together(String meeting, String leader, int people) {
        Object[] places = Collections.nCopies(people, unnamed()).toArray();
        Answer group = signUp(api, group(meeting, leader + "@skole.example", "TOGETHER", places));
        assertThat(group.status()).isEqualTo(201);
        return group;
    }

    private Answer list(Answer group) {
        return api.send("GET", "/api/my-groups", null, "X-Group-Link", token(group));
    }

    private Answer act(RegistrationApi instance, Answer group, String what) {
        return instance.send("POST", "/api/my-groups/" + what, "{}", "X-Group-Link", token(group));
    }

    private void cancel(Answer signup) {
        assertThat(api.cancelMy(signup.text("link")).text("status")).isEqualTo("CANCELLED");
    }

    /** Who was promoted by another instance at that very moment was told to wait. */
    private void awaitSeat(Answer signup) {
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(status(signup)).isEqualTo("CONFIRMED"));
    }

    private String status(Answer signup) {
        return api.my(signup.text("link")).text("status");
    }

    private List<Document> documents(String meeting) {
        return mongo.getCollection("registrations")
                .find(new Document("meetingId", meeting))
                .into(new ArrayList<>());
    }

    private List<Document> seated(String meeting) {
        return documents(meeting).stream()
                .filter(document -> document.getString("status").equals("CONFIRMED"))
                .toList();
    }

    private void set(String collection, String id, Document change) {
        mongo.getCollection(collection).updateOne(new Document("_id", id), change);
    }

    private Document stored(String collection, String id) {
        return mongo.getCollection(collection).find(new Document("_id", id)).first();
    }

    @Test
    void leavesSeatsThatAreTooFewToTheNextAndGetsAllAtOnce() {
        String meeting = meeting(4);
        List<Answer> singles = singles(meeting, 4, "a");
        Answer group = together(meeting, "lea-a", 3);
        Answer behind = api.register(meeting, "behind-a@skole.example");

        assertThat(statuses(group)).containsExactly("WAITLISTED", "WAITLISTED", "WAITLISTED");
        assertThat(group.body().path("waitsTogether").asBoolean()).isTrue();
        assertThat(place(group, 3).path("placeInLine").asInt()).isEqualTo(3);
        cancel(singles.get(0));
        assertThat(status(behind)).as("one seat is too few for three").isEqualTo("CONFIRMED");
        cancel(singles.get(1));
        assertThat(statuses(list(group))).containsOnly("WAITLISTED");
        Answer availability = api.send("GET", "/api/meetings/" + meeting + "/availability", null);
        assertThat(availability.body().path("seatsLeft").asInt()).isEqualTo(1);
        Answer newcomer = otherInstance.register(meeting, "newcomer-a@skole.example");
        awaitSeat(newcomer);
        cancel(singles.get(2));
        cancel(singles.get(3));
        assertThat(statuses(list(group))).containsOnly("WAITLISTED");
        cancel(behind);

        assertThat(statuses(list(group))).containsExactly("CONFIRMED", "CONFIRMED", "CONFIRMED");
        assertThat(list(group).body().path("waitsTogether").asBoolean()).isFalse();
        assertThat(seated(meeting))
                .hasSize(4)
                .extracting(one -> one.getInteger("seat"))
                .doesNotHaveDuplicates();
        String third = place(group, 3).path("registrationId").asString();
        streams.await(
                "registrations",
                fact -> fact.subject().equals(third) && fact.type().equals("registration.promoted.v1"));
        assertThat(documents(meeting)).noneMatch(one -> one.containsKey("groupHold"));
    }

    @Test
    void isLookedAtFirstWhenSeatsComeInALump() {
        MeetingBuilder builder = aMeeting().withId(newId()).withCapacity(4);
        String meeting = known(builder);
        singles(meeting, 4, "b");
        Answer group = together(meeting, "lea-b", 4);
        Answer behind = api.register(meeting, "behind-b@skole.example");

        changed(builder.withVersion(2).withCapacity(8), "capacity");

        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(statuses(list(group))).containsOnly("CONFIRMED"));
        assertThat(status(behind)).isEqualTo("WAITLISTED");
    }

    @Test
    void getsSeatsAtOnceWhereThereAreEnoughAndIsRefusedWhereThereNeverAre() {
        String meeting = meeting(3);

        Answer seated = together(meeting, "lea-c", 2);
        Answer refused = signUp(
                api, group(meeting, "lea-c2@skole.example", "TOGETHER", unnamed(), unnamed(), unnamed(), unnamed()));

        assertThat(statuses(seated)).containsExactly("CONFIRMED", "CONFIRMED");
        assertThat(seated.body().path("waitsTogether").asBoolean()).isFalse();
        assertThat(refused.type()).isEqualTo("group-does-not-fit");
        assertThat(api.register(meeting, "c@skole.example").text("status")).isEqualTo("CONFIRMED");
    }

    @Test
    void countsSeatsThatNobodyEverHadWithThoseThatComeFree() {
        String meeting = meeting(4);
        List<Answer> singles = singles(meeting, 3, "d");

        Answer group = together(meeting, "lea-d", 3);

        assertThat(statuses(group)).as("the one unused seat is nobody's").containsOnly("WAITLISTED");
        Answer newcomer = otherInstance.register(meeting, "newcomer-d@skole.example");
        awaitSeat(newcomer);
        cancel(newcomer);
        cancel(singles.get(0));
        assertThat(statuses(list(group))).containsOnly("WAITLISTED");
        cancel(singles.get(1));
        assertThat(statuses(list(group))).containsOnly("CONFIRMED");
    }

    @Test
    void waitsForFewerWhenOneLeaves() {
        String meeting = meeting(2);
        List<Answer> singles = singles(meeting, 2, "e");
        Answer group = signUp(
                api,
                group(
                        meeting,
                        "lea-e@skole.example",
                        "TOGETHER",
                        person("e-one@skole.example"),
                        person("e-two@skole.example"),
                        unnamed()));
        assertThat(group.type()).as("three do not fit into two").isEqualTo("group-does-not-fit");
        Answer two = signUp(
                api, group(meeting, "lea-e@skole.example", "TOGETHER", person("e-one@skole.example"), unnamed()));
        cancel(singles.get(0));
        assertThat(statuses(list(two))).containsOnly("WAITLISTED");
        String link = api.internal(
                        "POST",
                        "/internal/contacts",
                        Map.of(
                                "registrationIds",
                                List.of(place(two, 1).path("registrationId").asString())))
                .body()
                .path("items")
                .path(0)
                .path("link")
                .asString();
        assertThat(api.my(link).body().path("waitsTogether").asBoolean()).isTrue();

        api.cancelMy(link);

        assertThat(statuses(list(two))).containsExactly("CANCELLED", "CONFIRMED");
    }

    @Test
    void takesWhatComesWhenTheLeaderSaysSo() {
        String meeting = meeting(3);
        List<Answer> singles = singles(meeting, 3, "f");
        Answer group = together(meeting, "lea-f", 3);
        Answer behind = api.register(meeting, "behind-f@skole.example");

        Answer parted = act(otherInstance, group, "part");

        assertThat(parted.status()).isEqualTo(200);
        assertThat(parted.body().path("waitsTogether").asBoolean()).isFalse();
        assertThat(statuses(parted)).containsOnly("WAITLISTED");
        cancel(singles.get(0));
        assertThat(statuses(list(group)))
                .as("each keeps the number")
                .containsExactly("CONFIRMED", "WAITLISTED", "WAITLISTED");
        assertThat(status(behind)).isEqualTo("WAITLISTED");
        assertThat(act(api, group, "part").status()).as("a second click").isEqualTo(200);
    }

    @Test
    void takesTheSeatThatIsFreeWhenTheGroupParts() {
        String meeting = meeting(3);
        List<Answer> singles = singles(meeting, 3, "g");
        Answer group = together(meeting, "lea-g", 2);
        cancel(singles.get(0));
        assertThat(statuses(list(group))).containsOnly("WAITLISTED");

        assertThat(statuses(act(api, group, "part"))).containsExactly("CONFIRMED", "WAITLISTED");
    }

    /** A group cannot answer for everybody in time, and an offer that one lets pass would take the seat from all. */
    @Test
    void givesTheSeatsWhereOthersAreAskedFirst() {
        String meeting = known(aMeeting().withId(newId()).withCapacity(2).offeringFor(24));
        List<Answer> singles = singles(meeting, 2, "h");
        Answer group = together(meeting, "lea-h", 2);
        for (int number = 1; number <= 2; number++) {
            set(
                    "registrations",
                    place(group, number).path("registrationId").asString(),
                    new Document("$set", new Document("registeredAt", Date.from(Instant.EPOCH))));
        }

        singles.forEach(this::cancel);

        assertThat(statuses(list(group))).containsExactly("CONFIRMED", "CONFIRMED");
    }

    /** Back to the moment when it is decided, and one of three has the seat. */
    @Test
    void finishesADecisionThatACrashInterrupted() {
        String meeting = meeting(3);
        List<Answer> singles = singles(meeting, 3, "i");
        Answer group = together(meeting, "lea-i", 3);
        String groupId = group.text("groupId");
        singles.forEach(this::cancel);
        assertThat(statuses(list(group))).containsOnly("CONFIRMED");
        int round = stored("groups", groupId).getInteger("round") - 1;

        backInLine(group, 2, groupId + ':' + round);
        backInLine(group, 3, groupId + ':' + round);
        set(
                "groups",
                groupId,
                new Document(
                        "$set",
                        new Document("together", "SEATED")
                                .append("unsettled", true)
                                .append("round", round)));

        await().atMost(40, SECONDS)
                .untilAsserted(() -> assertThat(statuses(list(group))).containsOnly("CONFIRMED"));
        assertQuiet(meeting, 3);
    }

    /** Two of three seats are collected and the process died: the third is there, or it is not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void decidesWhenACrashInterruptedCollecting(boolean enough) {
        String meeting = meeting(3);
        List<Answer> singles = singles(meeting, 3, "j" + enough);
        Answer group = together(meeting, "lea-j" + enough, 3);
        String groupId = group.text("groupId");
        singles.forEach(this::cancel);
        int round = stored("groups", groupId).getInteger("round");

        backInLine(group, 1, groupId + ':' + round);
        backInLine(group, 2, groupId + ':' + round);
        backInLine(group, 3, "free");
        set("groups", groupId, new Document("$set", new Document("together", "WAITING")));
        if (!enough) {
            awaitSeat(api.register(meeting, "quick-j@skole.example"));
        }

        await().atMost(40, SECONDS)
                .untilAsserted(
                        () -> assertThat(statuses(list(group))).containsOnly(enough ? "CONFIRMED" : "WAITLISTED"));
        await().atMost(40, SECONDS)
                .until(() -> documents(meeting).stream().noneMatch(one -> one.containsKey("groupHold")));
        if (!enough) {
            singles(meeting, 2, "late-j").forEach(this::awaitSeat); // none is lost
        }
        assertQuiet(meeting, 3);
    }

    /** As before the place got its seat; the seat that was kept for it is kept again, or free. */
    private void backInLine(Answer group, int number, String hold) {
        String id = place(group, number).path("registrationId").asString();
        Document place = stored("registrations", id);
        String key = place.getString("meetingId")
                + ':'
                + place.getInteger("seat")
                + ':'
                + (place.getInteger("generation") - 1);
        set(
                "registrations",
                id,
                new Document(
                                "$set",
                                new Document("status", "WAITLISTED")
                                        .append("waitsTogetherAt", place.getString("meetingId")))
                        .append(
                                "$unset",
                                new Document("seat", "").append("seatKey", "").append("seatedAt", "")));
        set(
                "registrations",
                "seat:" + key,
                new Document(
                        "$set",
                        hold.equals("free")
                                ? new Document("freeSeatOf", place.getString("meetingId"))
                                : new Document("groupHold", hold)));
    }

    /** Two groups and people alone, while everybody who has a seat gives it up on two instances at once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void seatsWholeGroupsThroughAStorm(int seed) throws Exception {
        Random random = new Random(seed);
        String meeting = meeting(8);
        List<Answer> singles = singles(meeting, 8, "k" + seed);
        Answer three = together(meeting, "lea-k" + seed, 3);
        List<Answer> behind = singles(meeting, 2, "behind-k" + seed);
        Answer four = together(meeting, "lea-k2" + seed, 4);
        List<Callable<Answer>> storm = new ArrayList<>();
        for (Answer single : singles) {
            RegistrationApi instance = instance(random.nextInt(2));
            storm.add(() -> instance.cancelMy(single.text("link")));
        }
        for (int i = 0; i < 6; i++) {
            RegistrationApi instance = instance(random.nextInt(2));
            String email = "storm-k" + seed + i + "@skole.example";
            storm.add(() -> instance.register(meeting, email));
        }
        if (random.nextBoolean()) {
            storm.add(() -> act(otherInstance, four, "places/2/cancel"));
        }
        Collections.shuffle(storm, random);

        inParallel(storm).forEach(answer -> assertThat(answer.status()).isIn(200, 201));

        await().atMost(40, SECONDS).untilAsserted(() -> assertQuiet(meeting, 8));
        assertThat(behind).extracting(this::status).containsOnly("CONFIRMED");
        for (Answer group : List.of(three, four)) {
            Set<String> now = Set.copyOf(statuses(list(group)).stream()
                    .filter(status -> !status.equals("CANCELLED"))
                    .toList());
            assertThat(now).as("everybody or nobody").hasSize(1);
        }
    }

    /** As many seats come free, on two instances at once, as two groups and a newcomer need: nobody may lack one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void seatsGroupsThatCompeteForTheSameSeats(int seed) throws Exception {
        String meeting = meeting(8);
        List<Answer> singles = singles(meeting, 8, "n" + seed);
        Answer three = together(meeting, "lea-n" + seed, 3);
        Answer four = together(meeting, "lea-n2" + seed, 4);
        List<Callable<Answer>> storm = new ArrayList<>();
        for (int i = 0; i < singles.size(); i++) {
            RegistrationApi instance = instance(i);
            String link = singles.get(i).text("link");
            storm.add(() -> instance.cancelMy(link));
        }
        storm.add(() -> api.register(meeting, "newcomer-n" + seed + "@skole.example"));
        Collections.shuffle(storm, new Random(seed));

        inParallel(storm).forEach(answer -> assertThat(answer.status()).isIn(200, 201));

        await().atMost(40, SECONDS).untilAsserted(() -> {
            assertThat(statuses(list(three))).containsOnly("CONFIRMED");
            assertThat(statuses(list(four))).containsOnly("CONFIRMED");
            assertThat(seated(meeting)).hasSize(8);
            assertQuiet(meeting, 8);
        });
    }

    /** Nobody has a seat twice, none is kept for nobody, and whoever waits has fewer seats free than they need. */
    private void assertQuiet(String meeting, int seats) {
        List<Document> documents = documents(meeting);
        assertThat(documents).noneMatch(one -> one.containsKey("groupHold"));
        List<Integer> taken =
                seated(meeting).stream().map(one -> one.getInteger("seat")).toList();
        assertThat(taken).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(seats);
        List<Document> waiting = documents.stream()
                .filter(one -> one.getString("status").equals("WAITLISTED"))
                .toList();
        int left = seats - taken.size();
        waiting.stream()
                .filter(one -> one.getString("waitsTogetherAt") == null)
                .forEach(alone -> assertThat(left).isZero());
        waiting.stream()
                .filter(one -> one.getString("waitsTogetherAt") != null)
                .collect(Collectors.groupingBy(one -> one.getString("groupId"), Collectors.counting()))
                .values()
                .forEach(size -> assertThat(size).isGreaterThan(left));
    }

    /** Negative control: without the mark that they wait together, some get seats without the others. */
    @Test
    void wouldSeatSomeWithoutTheOthersWithoutTheMark() {
        String meeting = meeting(2);
        List<Answer> singles = singles(meeting, 2, "l");
        Answer group = together(meeting, "lea-l", 2);
        mongo.getCollection("registrations")
                .updateMany(
                        new Document("meetingId", meeting),
                        new Document("$unset", new Document("waitsTogetherAt", "")));

        cancel(singles.get(0));

        assertThat(statuses(list(group))).containsExactly("CONFIRMED", "WAITLISTED");
    }

    @Test
    void tellsTheLeaderAndForgetsThem() {
        String meeting = meeting(4);
        Answer group =
                signUp(api, group(meeting, "lea-m@skole.example", "ALL", person("m-one@skole.example"), unnamed()));

        Answer data = api.send("GET", "/api/my-groups/data", null, "X-Group-Link", token(group));
        assertThat(data.body().path("groups").path(0).path("email").asString()).isEqualTo("lea-m@skole.example");
        assertThat(data.response().body())
                .as("others are no data of the leader")
                .doesNotContain("m-one");
        Answer erased = act(api, group, "erase");

        assertThat(erased.status()).isEqualTo(204);
        assertThat(list(group).type()).isEqualTo("link-unknown");
        assertThat(act(api, group, "erase").status()).isEqualTo(404);
        assertThat(stored("groups", group.text("groupId")).toJson()).doesNotContain("lea-m", "Lea Leder");
        assertThat(documents(meeting)).noneMatch(one -> one.toJson().contains("lea-m"));
        assertThat(seated(meeting)).as("who was named keeps the seat").hasSize(1);
    }
}
