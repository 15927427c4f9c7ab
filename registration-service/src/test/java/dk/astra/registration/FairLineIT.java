package dk.astra.registration;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.registration.RegistrationApi.Answer;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Storms of sign-ups, cancellations, raises and reductions on two instances: nobody overtakes, no seat twice, none
 * left over while somebody waits (P1, P6).
 */
class FairLineIT extends TwoInstancesTestBase {

    private static final int CLIENTS = 12;
    private static final int STEPS = 35;

    private record Signup(long begun, long answered, Answer answer) {
        String id() {
            return answer.text("registrationId");
        }

        boolean waits() {
            return answer.text("status").equals("WAITLISTED");
        }
    }

    private final Queue<Signup> signups = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void servesInOrderOfArrivalThroughAStorm(int seed) throws Exception {
        signups.clear();
        MeetingBuilder builder = aMeeting().withId(newId()).withCapacity(90);
        String meeting = scheduled(builder);
        await().atMost(20, SECONDS)
                .until(() -> otherInstance
                                .send("GET", "/api/meetings/" + meeting + "/availability", null)
                                .status()
                        == 200);
        int capacity;
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                clients.add(threads.submit(() -> client(meeting, seed, number)));
            }
            Future<Integer> organiser = threads.submit(() -> organiser(meeting, builder, new Random(seed)));
            for (Future<?> client : clients) {
                client.get();
            }
            capacity = organiser.get();
        }

        await().atMost(30, SECONDS).untilAsserted(() -> assertQuiet(meeting, capacity));
        Map<String, Document> stored = new HashMap<>();
        documents(meeting).forEach(document -> stored.put(document.getString("_id"), document));
        assertNobodyOvertook(stored);
        assertPromotionsInOrder(stored);
    }

    private void client(String meeting, int seed, int client) {
        Random random = new Random(1000L * seed + client);
        for (int step = 0; step < STEPS; step++) {
            RegistrationApi instance = instance(random.nextInt(2));
            Signup known = signups.stream()
                    .skip(random.nextInt(signups.size() + 1))
                    .findFirst()
                    .orElse(null);
            if (known != null && random.nextInt(10) < 3) {
                Answer cancelled = instance.cancelMy(known.answer.text("link"));
                assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
                continue;
            }
            String email = "f" + client + "-" + step + "@skole.example";
            long begun = System.nanoTime();
            Answer answer = instance.register(meeting, email);
            assertThat(answer.status()).isEqualTo(201);
            signups.add(new Signup(begun, System.nanoTime(), answer));
            if (random.nextInt(10) == 0) {
                assertThat(instance(random.nextInt(2)).register(meeting, email).status())
                        .isIn(200, 201);
            }
        }
    }

    private int organiser(String meeting, MeetingBuilder builder, Random random) {
        int capacity = 90;
        long version = 1;
        for (int step = 0; step < 8; step++) {
            int wanted = capacity + random.nextInt(15) - 7;
            if (wanted < capacity) {
                Answer answer = instance(random.nextInt(2))
                        .internal("PUT", "/internal/meetings/" + meeting + "/capacity", Map.of("capacity", wanted));
                if (answer.status() == 409) {
                    continue;
                }
                assertThat(answer.status()).isEqualTo(200);
            }
            capacity = wanted;
            version++;
            changed(builder.withVersion(version).withCapacity(capacity), "capacity");
            await().pollDelay(Duration.ofMillis(ThreadLocalRandom.current().nextInt(50, 250)))
                    .until(() -> true);
        }
        long last = version;
        await().atMost(20, SECONDS)
                .until(() -> mongo.getCollection("meetings")
                                .find(new Document("_id", meeting))
                                .first()
                                .get("version", Number.class)
                                .longValue()
                        == last);
        return capacity;
    }

    private List<Document> documents(String meeting) {
        return mongo.getCollection("registrations")
                .find(new Document("meetingId", meeting))
                .into(new ArrayList<>());
    }

    private void assertQuiet(String meeting, int capacity) {
        List<Document> documents = documents(meeting);
        List<Integer> seats = documents.stream()
                .filter(document -> document.getString("status").equals("CONFIRMED"))
                .map(document -> document.getInteger("seat"))
                .toList();
        long waiting = documents.stream()
                .filter(document -> document.getString("status").equals("WAITLISTED"))
                .count();
        assertThat(seats).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(capacity);
        if (waiting > 0) {
            assertThat(seats).hasSize(capacity);
        }
    }

    /** Who was told to wait before another began has the lower number; and the other did not get an unused seat. */
    private void assertNobodyOvertook(Map<String, Document> stored) {
        List<Signup> waited = signups.stream()
                .filter(Signup::waits)
                .sorted(Comparator.comparingLong(Signup::answered))
                .toList();
        assertThat(waited).isNotEmpty();
        long highest = 0;
        int next = 0;
        for (Signup later :
                signups.stream().sorted(Comparator.comparingLong(Signup::begun)).toList()) {
            while (next < waited.size() && waited.get(next).answered < later.begun) {
                highest = Math.max(highest, number(stored.get(waited.get(next).id())));
                next++;
            }
            if (next > 0) {
                assertThat(number(stored.get(later.id()))).isGreaterThan(highest);
            }
        }
    }

    private static long number(Document document) {
        return document.get("waitingNumber", (Number) 0L).longValue();
    }

    private void assertPromotionsInOrder(Map<String, Document> stored) {
        await().atMost(20, SECONDS)
                .until(() -> stored.keySet().stream()
                        .noneMatch(id -> mongo.getCollection("registrations")
                                .find(new Document("_id", id))
                                .first()
                                .containsKey("outbox")));
        List<StreamRecord> promotions = streams.records("registrations").stream()
                .filter(fact -> fact.type().equals("registration.promoted.v1") && stored.containsKey(fact.subject()))
                .sorted(Comparator.comparing(FairLineIT::time))
                .toList();
        long highest = 0;
        long highestBefore = 0;
        Instant before = Instant.MIN;
        for (StreamRecord promotion : promotions) {
            if (time(promotion).isAfter(before)) {
                highestBefore = highest;
                before = time(promotion);
            }
            long number = number(stored.get(promotion.subject()));
            assertThat(number).isGreaterThan(highestBefore);
            highest = Math.max(highest, number);
        }
        long promoted = highest;
        assertThat(stored.values())
                .filteredOn(document -> document.getString("status").equals("WAITLISTED"))
                .allMatch(document -> number(document) > promoted);
        assertThat(stored.values())
                .filteredOn(document -> document.getString("status").equals("CONFIRMED"))
                .allMatch(document -> number(document) <= promoted);
    }

    private static Instant time(StreamRecord fact) {
        return Instant.parse(fact.headers().get("ce_time"));
    }
}
