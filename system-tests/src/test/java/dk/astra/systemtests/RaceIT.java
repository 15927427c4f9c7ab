package dk.astra.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** P1, P2, P6: 64 clients and two instances fight for 100 seats. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RaceIT {

    private static final int CLIENTS = 64;

    private static final Stack STACK = Stack.shared();
    private final Office office = new Office(STACK);

    @BeforeAll
    static void startsASecondInstance() {
        STACK.startSecondRegistrationService();
    }

    @AfterAll
    static void stopsTheSecondInstance() {
        STACK.stopSecondRegistrationService();
    }

    private static List<URI> instances() {
        return List.of(STACK.registrations("/api/registrations"), STACK.secondRegistrations("/api/registrations"));
    }

    /** The fields of the unique indexes that stand. */
    private static Set<String> uniqueIndexes() {
        Set<String> fields = new HashSet<>();
        try (MongoClient client = MongoClients.create(STACK.mongo("registrations"))) {
            for (Document index : client.getDatabase("registrations")
                    .getCollection("registrations")
                    .listIndexes()) {
                if (index.getBoolean("unique", false)) {
                    fields.addAll(index.get("key", Document.class).keySet());
                }
            }
        }
        return fields;
    }

    @Test
    @Order(1)
    void givesEverySeatToOneAndEveryOtherAPlaceInLine() throws InterruptedException {
        int capacity = 100;
        int people = 2_000;
        int repeats = 500;
        String meeting = office.schedule(Office.meeting("Kapløbet", capacity));
        Race race = new Race(instances(), meeting, capacity, people, repeats);
        Instant start = Instant.now();

        race.run(CLIENTS);

        System.out.printf(
                "Race: %d answers in %.1f s%n",
                people + repeats, Duration.between(start, Instant.now()).toMillis() / 1000.0);
        assertThat(race.faults(office.participants(meeting))).isEmpty();
        assertThat(office.availability(meeting).path("confirmed").asInt()).isEqualTo(capacity);
        assertThat(office.availability(meeting).path("waiting").asInt()).isEqualTo(people - capacity);
    }

    @Test
    @Order(2)
    void wouldNoticeIfTheIndexesWereNotThere() throws InterruptedException {
        int capacity = 50;
        String meeting = office.schedule(Office.meeting("Kapløbet uden vagt", capacity));
        try (MongoClient client = MongoClients.create(STACK.mongo("registrations"))) {
            MongoCollection<Document> registrations =
                    client.getDatabase("registrations").getCollection("registrations");
            registrations.dropIndexes();
            Race race = new Race(instances(), meeting, capacity, 300, 100);

            race.run(CLIENTS);

            List<String> faults = race.faults(office.participants(meeting));
            System.out.println("Race without unique indexes: " + faults);
            registrations.deleteMany(Filters.eq("meetingId", meeting));
            assertThat(faults).isNotEmpty();
        } finally {
            STACK.startAgain("registration-service", Map.of());
        }
        assertThat(uniqueIndexes()).contains("personKey", "seatKey");
    }
}
