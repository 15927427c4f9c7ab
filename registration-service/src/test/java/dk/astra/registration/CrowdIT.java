package dk.astra.registration;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.registration.RegistrationApi.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A crowd at one door: seats, persons and places in line (P1, P2, P6), and that the unique keys are what keeps them. */
class CrowdIT extends TwoInstancesTestBase {

    private static final int SEATS = 30;
    private static final int PEOPLE = 200;
    private static final int REPEATS = PEOPLE / 4;

    @Test
    void givesEverySeatOnceAndEverybodyOnePlace() throws Exception {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(SEATS));
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String email = "crowd" + i + "@skole.example";
            int at = i;
            calls.add(() -> instance(at).register(meeting, email));
            if (i % (PEOPLE / REPEATS) == 0) {
                calls.add(() -> instance(at + 1).register(meeting, email));
            }
        }
        Collections.shuffle(calls, new Random(7));

        List<Answer> answers = inParallel(calls);

        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 200);
        JsonNode items = participants(meeting);
        assertThat(seats(items)).hasSize(SEATS).doesNotHaveDuplicates();
        assertThat(items.size()).isEqualTo(PEOPLE);
        assertThat(places(items))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, PEOPLE - SEATS).boxed().toList());
        Map<String, Integer> place = new HashMap<>();
        items.forEach(item -> place.put(
                item.path("registrationId").asString(), item.path("placeInLine").asInt()));
        List<Answer> waiting = answers.stream()
                .filter(answer -> !answer.body().path("repeated").asBoolean())
                .filter(answer -> answer.text("status").equals("WAITLISTED"))
                .toList();
        assertThat(waiting).hasSize(PEOPLE - SEATS).allSatisfy(answer -> {
            // never a better one than theirs; a number that the other instance burns at that moment counts as before
            // them
            int theirs = place.get(answer.text("registrationId"));
            assertThat(answer.body().path("placeInLine").asInt()).isBetween(theirs, theirs + REPEATS);
        });
    }

    @Test
    void tellsTheRightPlaceAfterSomebodyLeftTheLine() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(1));
        api.register(meeting, "place0@skole.example");
        Answer first = api.register(meeting, "place1@skole.example");
        assertThat(placeOf(api.register(meeting, "place2@skole.example"))).isEqualTo(2);
        assertThat(placeOf(api.register(meeting, "place3@skole.example"))).isEqualTo(3);

        api.cancelMy(first.text("link"));

        assertThat(placeOf(api.register(meeting, "place4@skole.example"))).isEqualTo(3);
        assertThat(placeOf(api.register(meeting, "place2@skole.example"))).isEqualTo(1);
    }

    private static int placeOf(Answer answer) {
        return answer.body().path("placeInLine").asInt();
    }

    @Test
    void staysExactWhileSomeCancel() throws Exception {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(SEATS));
        List<Answer> first = inParallel(IntStream.range(0, 60)
                .<Callable<Answer>>mapToObj(i -> () -> instance(i).register(meeting, "s" + i + "@skole.example"))
                .toList());
        List<Callable<Answer>> storm = new ArrayList<>();
        AtomicInteger next = new AtomicInteger(1000);
        for (Answer answer : first.subList(0, 40)) {
            storm.add(() -> otherInstance.cancelMy(answer.text("link")));
            storm.add(() -> instance(next.get()).register(meeting, "s" + next.getAndIncrement() + "@skole.example"));
        }

        inParallel(storm);

        JsonNode items = participants(meeting);
        assertThat(seats(items)).hasSize(SEATS).doesNotHaveDuplicates();
        assertThat(seats(items)).allMatch(seat -> seat >= 1 && seat <= SEATS);
        assertThat(places(items)).hasSize(60 + 40 - 40 - SEATS);
    }

    /** Negative control: without the deciding indexes the same crowd gets double seats or double registrations. */
    @Test
    void isWrongWithoutTheUniqueIndexes() throws Exception {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(SEATS));
        for (String key : List.of("personKey", "seatKey", "waitKey")) {
            mongo.getCollection("registrations").dropIndex(key);
        }
        try {
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                String email = "wrong" + i + "@skole.example";
                calls.add(() -> api.register(meeting, email));
                calls.add(() -> otherInstance.register(meeting, email));
            }
            inParallel(calls);
            JsonNode items = participants(meeting);
            Set<Integer> distinct = new HashSet<>(seats(items));
            boolean exact = items.size() == PEOPLE && seats(items).size() == SEATS && distinct.size() == SEATS;
            assertThat(exact)
                    .as("the crowd is served exactly although nothing guards it")
                    .isFalse();
        } finally {
            mongo.getCollection("registrations").deleteMany(new org.bson.Document("meetingId", meeting));
            var indexes = mongo.indexOps("registrations");
            for (String key : List.of("personKey", "seatKey", "waitKey")) {
                indexes.createIndex(new org.springframework.data.mongodb.core.index.Index(
                                key, org.springframework.data.domain.Sort.Direction.ASC)
                        .named(key)
                        .unique()
                        .sparse());
            }
        }
    }

    private JsonNode participants(String meeting) {
        List<JsonNode> live = new ArrayList<>();
        JsonNode items = api.asOrganiser("GET", "/api/meetings/" + meeting + "/registrations?limit=1000", null)
                .body()
                .path("items");
        items.forEach(item -> {
            if (!item.path("status").asString().equals("CANCELLED")) {
                live.add(item);
            }
        });
        return tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode().addAll(live);
    }

    private static List<Integer> seats(JsonNode items) {
        List<Integer> seats = new ArrayList<>();
        items.forEach(item -> {
            if (item.path("status").asString().equals("CONFIRMED")) {
                seats.add(item.path("seat").asInt());
            }
        });
        return seats;
    }

    private static List<Integer> places(JsonNode items) {
        List<Integer> places = new ArrayList<>();
        items.forEach(item -> {
            if (item.path("status").asString().equals("WAITLISTED")) {
                places.add(item.path("placeInLine").asInt());
            }
        });
        return places.stream().sorted().toList();
    }
}
