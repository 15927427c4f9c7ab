package dk.astra.registration;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dk.astra.testsupport.StreamRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * P10: whatever is sent as a sign-up gets a receipt or a problem, never a 5xx, and is stored whole or not at all.
 * {@code -Dregistration.requests=10000} sends more, {@code -Dregistration.seed=…} the same again.
 */
class RandomSignUpsIT extends RegistrationServiceTestBase {

    private static final int REQUESTS = Integer.getInteger("registration.requests", 500);
    private static final long SEED = Long.getLong("registration.seed", new Random().nextLong());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> FIELDS = List.of(
            "meetingId",
            "name",
            "email",
            "title",
            "institutionNumber",
            "institutionName",
            "municipalityCode",
            "role",
            "language",
            "channel",
            "campaign",
            "answers",
            "comment",
            "status",
            "seat",
            "$where");

    private static final List<String> PLAUSIBLE = List.of(
            "Åse Prøve",
            "aase@skole.example",
            "901185",
            "0851",
            "TEACHER",
            "da",
            "en",
            "WEB",
            "STAFF",
            "brev-1",
            "",
            " ");

    /** {@code server.tomcat.max-swallow-size}: who sends more is answered, and cut off while sending. */
    private static final int MOST_READ = 2 * 1024 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(SEED);

    @Test
    void areStoredWholeOrRefusedWithAProblem() throws Exception {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(REQUESTS));
        Set<String> told = new HashSet<>();
        for (int number = 0; number < REQUESTS; number++) {
            String what = "request " + number + " of seed " + SEED;
            byte[] request = body(meeting, number);
            HttpResponse<String> answer;
            try {
                answer = send(request);
            } catch (IOException cutOff) {
                assertThat(request.length).as(what + ": " + cutOff).isGreaterThan(MOST_READ);
                continue;
            }
            assertThat(answer.statusCode()).as(what).isBetween(200, 499);
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() < 300) {
                told.add(body.path("registrationId").asString());
            } else {
                assertThat(answer.headers().firstValue("Content-Type")).as(what).hasValue("application/problem+json");
                assertThat(body.path("title").asString("")).as(what).isNotBlank();
            }
        }

        assertThat(told).as("taken, seed %s", SEED).isNotEmpty().hasSizeLessThan(REQUESTS);
        List<Document> stored = mongo.find(query(where("meetingId").is(meeting)), Document.class, "registrations");
        assertThat(stored).extracting(one -> one.getString("_id")).containsExactlyInAnyOrderElementsOf(told);
        assertThat(stored).allSatisfy(one -> {
            assertThat(one.getString("status")).isEqualTo("CONFIRMED");
            assertThat(one).containsKeys("seatKey", "personKey", "personId", "contact", "linkHash");
        });
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(created())
                        .as("facts, seed %s", SEED)
                        .filteredOn(told::contains)
                        .containsExactlyInAnyOrderElementsOf(told));
    }

    private List<String> created() {
        return streams.records("registrations").stream()
                .filter(fact -> fact.type().equals("registration.created.v1"))
                .map(StreamRecord::subject)
                .toList();
    }

    private HttpResponse<String> send(byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/registrations"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (random.nextInt(3) == 0) {
            request.header("Idempotency-Key", "k".repeat(1 + random.nextInt(140)));
        }
        if (random.nextBoolean()) {
            request.header("Accept-Language", random.nextBoolean() ? "en" : "q=;,*");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private byte[] body(String meeting, int number) {
        Map<String, Object> request = new LinkedHashMap<>();
        int odd = random.nextInt(3);
        request.put("meetingId", meeting);
        request.put("name", "Åse Prøve");
        request.put("email", "p" + number + "@skole.example");
        request.put("municipalityCode", "0101");
        for (String field : FIELDS) {
            boolean known = request.containsKey(field);
            if (random.nextInt(known ? 12 : 4) < odd) {
                request.put(field, odd == 1 && !known ? likely(field) : anything(2));
            }
        }
        byte[] whole = JSON.writeValueAsBytes(request);
        if (odd == 2 && random.nextInt(5) == 0) { // bytes that are no text, or a body that ends in its middle
            whole[random.nextInt(whole.length)] = (byte) random.nextInt(256);
            return random.nextBoolean() ? whole : Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        return whole;
    }

    private Object likely(String field) {
        return switch (field) {
            case "answers" -> Map.of("mad", text(random.nextInt(80)));
            case "comment", "title", "institutionName" -> text(random.nextInt(150));
            default -> PLAUSIBLE.get(random.nextInt(PLAUSIBLE.size()));
        };
    }

    private Object anything(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 7)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextBoolean();
            case 2 -> random.nextDouble() * 1e300;
            case 3 -> text(1_000 + random.nextInt(20_000));
            case 4 -> PLAUSIBLE.get(random.nextInt(PLAUSIBLE.size()));
            case 5, 6 -> text(random.nextInt(60));
            case 7 -> list(depth);
            default -> map(depth);
        };
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            list.add(anything(depth - 1));
        }
        return list;
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            map.put(text(random.nextInt(12)), anything(depth - 1));
        }
        return map;
    }

    /** Control characters, markup, signs of every script; never half of a pair: no encoder writes it. */
    private String text(int length) {
        String special = "\"'<>&{}$#|`\\;=.\u2028\u202E";
        int script = random.nextInt(0x11_0000 - 0x80);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int point = switch (random.nextInt(5)) {
                case 0 -> random.nextInt(0x1_0000);
                case 1 -> random.nextInt(8) == 0 ? random.nextInt(0x20) : ' ';
                case 2 -> special.charAt(random.nextInt(special.length()));
                default -> script + random.nextInt(0x80);
            };
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            text.appendCodePoint(half ? 'å' : point);
        }
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
