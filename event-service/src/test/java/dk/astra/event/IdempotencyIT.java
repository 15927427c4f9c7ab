package dk.astra.event;

import static dk.astra.event.MeetingJson.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.event.EventApi.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same key and request is carried out once; the same key with another request is refused. */
class IdempotencyIT extends RunningService {

    private final EventApi keyed() {
        return api.withKey(UUID.randomUUID().toString());
    }

    @Test
    void createsMeetingOnce() {
        EventApi once = keyed();
        double before = counted("create", "repeated");

        Response first = once.post("/api/meetings?schedule=true", aMeeting());
        Response again = once.post("/api/meetings?schedule=true", aMeeting());
        Response other = once.post("/api/meetings?schedule=true", aMeeting().withCapacity(41));
        Response otherToo = once.post("/api/meetings", aMeeting());

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(otherToo.status()).isEqualTo(422);
        assertThat(counted("create", "repeated")).isEqualTo(before + 1);
        assertThat(facts(first.id(), 1)).hasSize(1);
    }

    @Test
    void createsMeetingOnceInCrowd() throws Exception {
        EventApi once = keyed();
        MeetingJson meeting = aMeeting();

        List<Response> all = inCrowd(24, () -> once.post("/api/meetings", meeting));

        assertThat(all).extracting(Response::status).containsOnly(201);
        assertThat(ids(all)).hasSize(1);
    }

    @Test
    void createsSeriesOnceInCrowd() throws Exception {
        EventApi once = keyed();
        String series = "{\"identicalContent\": true, \"meetings\": [%s, %s]}".formatted(aMeeting(), aMeeting());

        List<Response> all = inCrowd(12, () -> once.post("/api/series", series));

        assertThat(all).extracting(Response::status).containsOnly(201);
        assertThat(all.stream()
                        .map(one -> one.json().path("seriesId").asString())
                        .collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(all)
                .allSatisfy(
                        one -> assertThat(one.json().path("meetings").size()).isEqualTo(2));
        assertThat(once.post("/api/series", series.replace("true", "false")).status())
                .isEqualTo(422);
    }

    @Test
    void carriesActionOutOnce() {
        String path =
                "/api/meetings/" + api.scheduled(aMeeting().withCapacity(40)).id();
        EventApi once = keyed();
        once.post(path + "/capacity", "{\"capacity\": 50}");
        api.post(path + "/capacity", "{\"capacity\": 60}");

        Response again = once.post(path + "/capacity", "{\"capacity\": 50}");
        Response other = once.post(path + "/capacity", "{\"capacity\": 70}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("capacity").asInt()).isEqualTo(60);
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.get(path).json().path("capacity").asInt()).isEqualTo(60);
    }

    @Test
    void remembersKeyOfCommandThatHadNothingToDo() {
        String path =
                "/api/meetings/" + api.scheduled(aMeeting().withCapacity(40)).id();
        EventApi once = keyed();

        assertThat(once.post(path + "/capacity", "{\"capacity\": 40}")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(once.post(path + "/capacity", "{\"capacity\": 50}").status()).isEqualTo(422);
    }

    @Test
    void remembersTwentyKeys() {
        String path = "/api/meetings/" + api.scheduled(aMeeting()).id();
        EventApi first = keyed();
        first.post(path + "/capacity", "{\"capacity\": 50}");
        for (int i = 0; i < 19; i++) {
            keyed().post(path + "/capacity", "{\"capacity\": %d}".formatted(60 + i));
        }

        assertThat(first.post(path + "/capacity", "{\"capacity\": 50}")
                        .json()
                        .path("capacity")
                        .asInt())
                .isEqualTo(78);
        keyed().post(path + "/capacity", "{\"capacity\": 90}");
        assertThat(first.post(path + "/capacity", "{\"capacity\": 91}")
                        .json()
                        .path("capacity")
                        .asInt())
                .as("the twenty-first is forgotten")
                .isEqualTo(91);
    }

    @Test
    void losesNoChangeInCrowd() throws Exception {
        String id = api.scheduled(aMeeting().withCapacity(40)).id();

        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int seats = 100 + i;
            calls.add(() -> keyed().post("/api/meetings/" + id + "/capacity", "{\"capacity\": %d}".formatted(seats)));
        }
        List<Response> all = inCrowd(calls);

        long done = all.stream().filter(one -> one.status() == 200).count();
        // a lowering may have been needed and agreed to; nothing else is refused
        assertThat(all).extracting(Response::status).containsOnly(200);
        assertThat(api.get("/api/meetings/" + id).json().path("version").asLong())
                .isEqualTo(1 + done);
        assertThat(facts(id, (int) done + 1))
                .extracting(fact -> fact.sequence())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    private static Set<String> ids(List<Response> responses) {
        return responses.stream().map(Response::id).collect(Collectors.toSet());
    }

    private static List<Response> inCrowd(int callers, Callable<Response> call) throws Exception {
        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            calls.add(call);
        }
        return inCrowd(calls);
    }

    private static List<Response> inCrowd(List<Callable<Response>> calls) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Response> all = new ArrayList<>();
            for (Future<Response> future : callers.invokeAll(calls)) {
                all.add(future.get());
            }
            return all;
        }
    }
}
