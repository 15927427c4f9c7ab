package dk.astra.registration;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.registration.RegistrationApi.Answer;
import dk.astra.testsupport.StreamRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.index.Index;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several people at once: all or as many as fit, with names now or later (P1, P2, P3, P6, P7, P10). */
class GroupsIT extends TwoInstancesTestBase {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Map<String, Object> group(String meeting, String leader, String fit, Object... people) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("meetingId", meeting);
        request.put("leader", Map.of("name", "Lea Leder", "email", leader, "municipalityCode", "0101"));
        request.put("people", List.of(people));
        request.put("fit", fit);
        return request;
    }

    static Map<String, String> person(String email) {
        return Map.of("name", "Person " + email, "email", email);
    }

    static Map<String, String> unnamed() {
        return Map.of();
    }

    static Answer signUp(RegistrationApi instance, Map<String, Object> request, String... headers) {
        return instance.send("POST", "/api/groups", JSON.writeValueAsString(request), headers);
    }

    private Answer list(Answer group) {
        return api.send("GET", "/api/my-groups", null, "X-Group-Link", token(group));
    }

    private Answer act(Answer group, int place, String what, Map<String, String> body) {
        return api.send(
                "POST",
                "/api/my-groups/places/" + place + "/" + what,
                JSON.writeValueAsString(body),
                "X-Group-Link",
                token(group));
    }

    static String token(Answer group) {
        return RegistrationApi.token(group.text("link"));
    }

    static List<String> statuses(Answer group) {
        List<String> statuses = new ArrayList<>();
        group.body()
                .path("places")
                .forEach(place -> statuses.add(place.path("status").asString()));
        return statuses;
    }

    static JsonNode place(Answer group, int number) {
        return group.body().path("places").path(number - 1);
    }

    private String meeting(int seats) {
        String id = scheduled(aMeeting().withId(newId()).withCapacity(seats));
        await().atMost(20, SECONDS)
                .until(() -> otherInstance
                                .send("GET", "/api/meetings/" + id + "/availability", null)
                                .status()
                        == 200);
        return id;
    }

    private List<Document> live(String meeting) {
        return mongo.getCollection("registrations")
                .find(new Document("meetingId", meeting)
                        .append("status", new Document("$in", List.of("CONFIRMED", "WAITLISTED"))))
                .into(new ArrayList<>());
    }

    private Document stored(String collection, String id) {
        return mongo.getCollection(collection).find(new Document("_id", id)).first();
    }

    @Test
    void signsUpPeopleWithNamesAndPlacesWithout() {
        String meeting = meeting(5);

        Answer group = signUp(
                api, group(meeting, "lea1@skole.example", "ALL", person("ann1@skole.example"), unnamed(), unnamed()));

        assertThat(group.status()).isEqualTo(201);
        assertThat(statuses(group)).containsExactly("CONFIRMED", "CONFIRMED", "CONFIRMED");
        assertThat(place(group, 1).path("name").asString()).isEqualTo("Person ann1@skole.example");
        assertThat(place(group, 2).path("named").asBoolean()).isFalse();
        assertThat(place(group, 2).path("nameable").asBoolean()).isTrue();
        assertThat(list(group).body().path("places")).isEqualTo(group.body().path("places"));
        String groupId = group.text("groupId");
        StreamRecord told =
                streams.await("registrations", fact -> fact.subject().equals(groupId));
        assertThat(told.type()).isEqualTo("group.signed-up.v1");
        assertThat(told.json().path("group").path("unnamed").asInt()).isEqualTo(2);
        StreamRecord created = streams.await(
                "registrations",
                fact -> fact.subject()
                        .equals(place(group, 2).path("registrationId").asString()));
        assertThat(created.json().path("registration").path("unnamedPlaceOf").asString())
                .isEqualTo(groupId);
        assertThat(told.text() + created.text()).doesNotContain("Lea", "lea1", "ann1");
        Answer contacts = api.internal("POST", "/internal/contacts", Map.of("registrationIds", List.of(groupId)));
        assertThat(contacts.body().path("items").path(0).path("email").asString())
                .isEqualTo("lea1@skole.example");
        assertThat(contacts.body().path("items").path(0).path("link").asString())
                .isEqualTo(group.text("link"))
                .contains("/gruppe/");
        JsonNode staff = api.asOrganiser("GET", "/api/meetings/" + meeting + "/registrations", null)
                .body()
                .path("items");
        assertThat(staff.size()).isEqualTo(3);
        assertThat(staff.valueStream().filter(one -> one.path("unnamed").asBoolean(false)))
                .hasSize(2);
        assertThat(stored("groups", groupId).toJson())
                .as("who has a place is in the place, not in the group")
                .doesNotContain("ann1");
        assertThat(api.register(meeting, "lea1@skole.example").status())
                .as("places without a person are not the leader's own")
                .isEqualTo(201);
    }

    @Test
    void answersWhoIsInAlreadyWithoutASecondSeat() {
        String meeting = meeting(2);
        api.register(meeting, "in2@skole.example");

        Answer group = signUp(
                api,
                group(meeting, "lea2@skole.example", "ALL", person("in2@skole.example"), person("new2@skole.example")));

        assertThat(statuses(group)).containsExactly("ALREADY_REGISTERED", "CONFIRMED");
        assertThat(live(meeting)).hasSize(2);
    }

    @Test
    void givesAllASeatOrNobody() {
        String meeting = meeting(3);
        api.register(meeting, "first3@skole.example");

        Answer refused = signUp(
                api, group(meeting, "lea3@skole.example", "ALL", person("a3@skole.example"), unnamed(), unnamed()));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("group-does-not-fit");
        assertThat(refused.body().path("left").asInt()).isEqualTo(2);
        assertThat(refused.text("detail")).contains("2 pladser");
        assertThat(live(meeting)).hasSize(1);
        assertThat(mongo.getCollection("groups").countDocuments(new Document("meetingId", meeting)))
                .isZero();
        assertThat(api.register(meeting, "b3@skole.example").text("status")).isEqualTo("CONFIRMED");
        assertThat(api.register(meeting, "c3@skole.example").text("status")).isEqualTo("CONFIRMED");
    }

    @Test
    void takesAsManyAsFitAndPutsTheRestInLineOrLeavesThem() {
        String meeting = meeting(2);
        Map<String, Object> leaving = group(
                meeting,
                "lea4@skole.example",
                "AS_MANY_AS_FIT",
                person("a4@skole.example"),
                person("b4@skole.example"),
                person("c4@skole.example"));
        leaving.put("rest", "LEAVE");

        Answer left = signUp(api, leaving);
        Answer waiting = signUp(
                api, group(meeting, "lea4@skole.example", "AS_MANY_AS_FIT", person("c4@skole.example"), unnamed()));

        assertThat(statuses(left)).containsExactly("CONFIRMED", "CONFIRMED", "NOT_TAKEN");
        assertThat(statuses(waiting)).containsExactly("WAITLISTED", "WAITLISTED");
        assertThat(place(waiting, 2).path("placeInLine").asInt()).isEqualTo(2);
        act(left, 1, "cancel", Map.of());
        assertThat(statuses(list(waiting))).as("the freed seat moved on").containsExactly("CONFIRMED", "WAITLISTED");
    }

    @Test
    void losesNobodyWhoseLanguageIsWrong() {
        String meeting = meeting(5);
        Map<String, String> wrong = new LinkedHashMap<>(person("b42@skole.example"));
        wrong.put("language", "de");

        Answer refused = signUp(api, group(meeting, "lea42@skole.example", "ALL", person("a42@skole.example"), wrong));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problemOf("people[1].language")).isEqualTo("language");
        assertThat(live(meeting)).isEmpty();
    }

    @Test
    void tellsWhoseLeaderGaveAPlaceUp() {
        String meeting = meeting(3);
        Answer group = signUp(
                api,
                group(
                        meeting,
                        "lea41@skole.example",
                        "ALL",
                        person("lea41@skole.example"),
                        person("a41@skole.example")));

        String link = link(place(group, 2).path("registrationId").asString());
        act(group, 1, "cancel", Map.of());
        act(group, 2, "cancel", Map.of());

        assertThat(api.my(link).text("endedBy")).isEqualTo("LEADER");

        assertThat(cancelled(group, 2).path("leaderOf").asString()).isEqualTo(group.text("groupId"));
        assertThat(cancelled(group, 2).path("by").asString()).isEqualTo("PARTICIPANT");
        assertThat(cancelled(group, 1).path("leaderOf").isString())
                .as("the leader's own place")
                .isFalse();
    }

    private String link(String registrationId) {
        return api.internal("POST", "/internal/contacts", Map.of("registrationIds", List.of(registrationId)))
                .body()
                .path("items")
                .path(0)
                .path("link")
                .asString();
    }

    private JsonNode cancelled(Answer group, int number) {
        String registrationId = place(group, number).path("registrationId").asString();
        return streams.await(
                        "registrations",
                        fact -> fact.subject().equals(registrationId)
                                && fact.type().equals("registration.cancelled.v1"))
                .json();
    }

    @Test
    void answersARepeatWithTheFirstGroup() {
        String meeting = meeting(9);
        Map<String, Object> request =
                group(meeting, "lea5@skole.example", "ALL", person("a5@skole.example"), unnamed());

        Answer first = signUp(api, request, "Idempotency-Key", "key-5");
        Answer again = signUp(otherInstance, request, "Idempotency-Key", "key-5");
        Answer other = signUp(api, group(meeting, "lea5@skole.example", "ALL", unnamed()), "Idempotency-Key", "key-5");

        assertThat(again.text("groupId")).isEqualTo(first.text("groupId"));
        assertThat(other.type()).isEqualTo("idempotency-key-reused");
        assertThat(live(meeting)).hasSize(2);
    }

    @Test
    void namesAPersonOnceAndForGood() {
        String meeting = meeting(3);
        Answer group = signUp(api, group(meeting, "lea6@skole.example", "ALL", person("a6@skole.example"), unnamed()));
        Map<String, String> bo = Map.of("name", "Bo Ny", "email", "bo6@skole.example");

        assertThat(act(group, 2, "name", person("a6@skole.example")).type()).isEqualTo("person-registered");
        assertThat(act(group, 2, "name", Map.of("name", "", "email", "x")).problemOf("name"))
                .isEqualTo("name-required");
        Answer named = act(group, 2, "name", bo);

        assertThat(named.status()).isEqualTo(200);
        assertThat(place(named, 2).path("name").asString()).isEqualTo("Bo Ny");
        assertThat(place(named, 2).path("nameable").asBoolean()).isFalse();
        assertThat(act(group, 2, "name", bo).status()).as("a second click").isEqualTo(200);
        assertThat(act(group, 2, "name", person("c6@skole.example")).type()).isEqualTo("place-named");
        assertThat(act(group, 9, "name", bo).type()).isEqualTo("place-gone");
        String registrationId = place(named, 2).path("registrationId").asString();
        StreamRecord told = streams.await(
                "registrations",
                fact -> fact.subject().equals(registrationId) && fact.type().equals("registration.named.v1"));
        assertThat(told.json().path("registration").path("unnamedPlaceOf").isString())
                .isFalse();
        assertThat(told.text()).doesNotContain("Bo Ny", "bo6");
        assertThat(api.my(link(registrationId)).text("email")).isEqualTo("bo6@skole.example");
        assertThat(api.register(meeting, "bo6@skole.example")
                        .body()
                        .path("repeated")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void letsPlacesLapseThatNobodyWasNamedFor() {
        String meeting = meeting(2);
        Answer group = signUp(api, group(meeting, "lea7@skole.example", "ALL", person("a7@skole.example"), unnamed()));
        Answer waiting = api.register(meeting, "waits7@skole.example");
        String groupId = group.text("groupId");
        assertThat(stored("groups", groupId)).containsKeys("remindAt", "lapsesAt");

        set(groupId, "remindAt", Date.from(Instant.EPOCH));
        streams.await(
                "registrations",
                fact -> fact.subject().equals(groupId) && fact.type().equals("group.naming-due.v1"));
        assertThat(statuses(list(group))).containsExactly("CONFIRMED", "CONFIRMED");
        set(groupId, "lapsesAt", Date.from(Instant.EPOCH));
        streams.await(
                "registrations",
                fact -> fact.subject().equals(groupId) && fact.type().equals("group.lapsed.v1"));

        assertThat(statuses(list(group))).containsExactly("CONFIRMED", "CANCELLED");
        assertThat(place(list(group), 2).path("lapsed").asBoolean()).isTrue();
        assertThat(act(group, 2, "name", person("late7@skole.example")).type()).isEqualTo("place-gone");
        assertThat(api.my(waiting.text("link")).text("status"))
                .as("the seat moved on")
                .isEqualTo("CONFIRMED");
    }

    private void set(String groupId, String field, Object value) {
        mongo.getCollection("groups")
                .updateOne(new Document("_id", groupId), new Document("$set", new Document(field, value)));
    }

    @Test
    void namesEverythingThatIsWrong() {
        String meeting = meeting(2);
        Map<String, Object> wrong = group(
                meeting,
                "ikke-en-mail",
                "ALL",
                Map.of("name", "Bo"),
                person("same8@skole.example"),
                person("SAME8@skole.example"));

        Answer refused = signUp(api, wrong);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problemOf("leader.email")).isEqualTo("invalid-email");
        assertThat(refused.problemOf("people[0].email")).isEqualTo("email-required");
        assertThat(refused.problemOf("people[2].email")).isEqualTo("same-person");
        assertThat(signUp(api, group(meeting, "lea8@skole.example", "ALL")).problemOf("people"))
                .isEqualTo("people-required");
        Map<String, Object> tooMany = group(meeting, "lea8@skole.example", "ALL");
        tooMany.put("people", java.util.Collections.nCopies(21, unnamed()));
        assertThat(signUp(api, tooMany).problemOf("people")).isEqualTo("too-many-people");
        Map<String, Object> late = group(meeting, "lea8@skole.example", "ALL", unnamed());
        late.put("nameBy", "2099-01-01");
        assertThat(signUp(api, late).problemOf("nameBy")).isEqualTo("name-by");
        assertThat(signUp(api, group(newId(), "lea8@skole.example", "ALL", unnamed()))
                        .type())
                .isEqualTo("meeting-unknown");
        assertThat(live(meeting)).isEmpty();
    }

    @Test
    void forgetsTheLeaderWhoIsErased() {
        String meeting = meeting(3);
        Answer group = signUp(api, group(meeting, "lea9@skole.example", "ALL", person("a9@skole.example"), unnamed()));
        String leaderId = stored("groups", group.text("groupId")).getString("leaderId");

        api.as("ADMINISTRATOR", "DELETE", "/api/people/" + leaderId, null);

        assertThat(stored("groups", group.text("groupId")).toJson()).doesNotContain("lea9", "Lea Leder");
        assertThat(list(group).type()).isEqualTo("link-unknown");
        assertThat(live(meeting)).as("the named person keeps the seat").hasSize(1);
    }

    /** What a crash leaves between two seats: one is held, one is not, nobody decided. */
    @Test
    void finishesWhatACrashInterrupted() {
        String meeting = meeting(2);
        Answer group = signUp(api, group(meeting, "lea10@skole.example", "ALL", unnamed(), unnamed()));

        loseTheSecondSeat(group);
        interrupt(group);

        await().atMost(40, SECONDS)
                .untilAsserted(() -> assertThat(statuses(list(group))).containsExactly("CONFIRMED", "CONFIRMED"));
        assertThat(live(meeting))
                .hasSize(2)
                .noneMatch(place -> place.containsKey("groupHold"))
                .extracting(place -> place.getInteger("seat"))
                .doesNotHaveDuplicates();
    }

    @Test
    void letsGoWhatACrashHeldWhenNotAllFitAnyMore() {
        String meeting = meeting(2);
        Answer group = signUp(api, group(meeting, "lea11@skole.example", "ALL", unnamed(), unnamed()));

        loseTheSecondSeat(group);
        assertThat(api.register(meeting, "quick11@skole.example").text("status"))
                .isEqualTo("CONFIRMED");
        interrupt(group);

        await().atMost(40, SECONDS).until(() -> stored("groups", group.text("groupId")) == null);
        await().atMost(20, SECONDS).until(() -> live(meeting).size() == 1);
        assertThat(api.register(meeting, "next11@skole.example").text("status"))
                .as("the seat is not lost")
                .isEqualTo("CONFIRMED");
    }

    private void loseTheSecondSeat(Answer group) {
        mongo.getCollection("registrations")
                .deleteOne(new Document(
                        "_id", place(group, 2).path("registrationId").asString()));
    }

    /** Back to the moment when the first seat is held, and nobody has decided. */
    private void interrupt(Answer group) {
        String groupId = group.text("groupId");
        var registrations = mongo.getCollection("registrations");
        registrations.updateOne(
                new Document("_id", place(group, 1).path("registrationId").asString()),
                new Document("$set", new Document("groupHold", groupId)));
        Document stored = stored("groups", groupId);
        List<Document> places = stored.getList("places", Document.class);
        places.forEach(place -> place.put("outcome", "UNDECIDED"));
        mongo.getCollection("groups")
                .updateOne(
                        new Document("_id", groupId),
                        new Document(
                                "$set",
                                new Document("state", "ASKED")
                                        .append("unsettled", true)
                                        .append("turn", stored.getString("meetingId"))
                                        .append("askedAt", Date.from(Instant.EPOCH))
                                        .append("places", places)));
    }

    @Test
    void givesTheLastSeatsToExactlyOneOfTwoLeaders() throws Exception {
        for (int round = 0; round < 10; round++) {
            assertThat(isRight(race(round))).as("round " + round).isTrue();
        }
    }

    /** Negative control: without turns two leaders hold what the other one lacks, sooner or later. */
    @Test
    void wouldRefuseBothLeadersWithoutTurns() throws Exception {
        mongo.indexOps("groups").dropIndex("turn");
        try {
            boolean wrong = false;
            for (int round = 100; round < 160 && !wrong; round++) {
                wrong = !isRight(race(round));
            }
            assertThat(wrong).isTrue();
        } finally {
            mongo.indexOps("groups")
                    .createIndex(new Index("turn", Sort.Direction.ASC)
                            .named("turn")
                            .unique()
                            .sparse());
        }
    }

    private List<Answer> race(int round) throws Exception {
        String meeting = meeting(5);
        List<Callable<Answer>> leaders = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            RegistrationApi instance = instance(i);
            String leader = "race" + round + "-" + i + "@skole.example";
            leaders.add(
                    () -> signUp(instance, group(meeting, leader, "ALL", unnamed(), unnamed(), unnamed(), unnamed())));
        }
        List<Answer> answers = inParallel(leaders);
        assertThat(live(meeting)).extracting(place -> place.getInteger("seat")).doesNotHaveDuplicates();
        return answers;
    }

    /** One has all four seats, the other is told of the one that is left. */
    private static boolean isRight(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 201).count() == 1
                && answers.stream()
                                .filter(answer -> answer.type().equals("group-does-not-fit")
                                        && answer.body().path("left").asInt() == 1)
                                .count()
                        == 1;
    }
}
