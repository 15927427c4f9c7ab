package dk.astra.localstack.demo;

import dk.astra.localstack.demo.Platform.Caller;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Signs the invented people up, some at a time, as a crowd does. */
final class LoadSignUps {

    /** How long registration-service may take to learn of a meeting. */
    private static final Duration LEARNING = Duration.ofSeconds(90);

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /**
     * What became of the sign-ups.
     *
     * @param refused how often by the problem's name
     */
    record Outcome(int confirmed, int waitlisted, int repeated, Map<String, Integer> refused) {}

    private final Platform platform;
    private final URI registrations;
    private final int concurrency;

    LoadSignUps(Platform platform, URI registrations, int concurrency) {
        this.platform = platform;
        this.registrations = registrations;
        this.concurrency = concurrency;
    }

    /** Returns when every meeting can be signed up for. */
    void awaitMeetings(Collection<String> meetingIds, Progress progress) throws InterruptedException {
        Instant end = Instant.now().plus(LEARNING);
        for (String id : meetingIds) {
            while (!platform.get(Caller.EVERYBODY, URI.create(registrations + "/api/meetings/" + id + "/availability"))
                    .isSuccess()) {
                if (Instant.now().isAfter(end)) {
                    throw new DemoRefused("registration-service has not learned of meeting " + id + " after "
                            + LEARNING.toSeconds() + " s. Look at its log and at the broker.");
                }
                Thread.sleep(200);
            }
            progress.advance(1);
        }
    }

    Outcome load(List<SignUp> signUps, Map<String, String> meetingIds, Progress progress) throws InterruptedException {
        // a fixed number of workers keeps the order of arrival but for a few places
        try (ExecutorService workers = Executors.newFixedThreadPool(concurrency)) {
            List<Future<Answer>> answers = IntStream.range(0, signUps.size())
                    .mapToObj(line -> workers.submit(() -> {
                        Answer answer = send(line, signUps.get(line), meetingIds);
                        progress.advance(1);
                        return answer;
                    }))
                    .toList();
            try {
                return count(answers);
            } catch (DemoRefused e) {
                workers.shutdownNow();
                throw e;
            }
        }
    }

    private Answer send(int line, SignUp signUp, Map<String, String> meetingIds) {
        ObjectNode body = JSON.valueToTree(signUp);
        String meetingId = meetingIds.get(body.remove("meeting").asString());
        if (meetingId == null) {
            throw new DemoRefused("Line " + (line + 1) + " of the sign-ups names an unknown meeting.");
        }
        body.put("meetingId", meetingId);
        return platform.post(
                Caller.EVERYBODY,
                URI.create(registrations + "/api/registrations"),
                IdempotencyKey.of("sign-up", Integer.toString(line), body),
                body);
    }

    private static Outcome count(List<Future<Answer>> answers) throws InterruptedException {
        int confirmed = 0;
        int waitlisted = 0;
        int repeated = 0;
        Map<String, Integer> refused = new TreeMap<>();
        for (Future<Answer> future : answers) {
            Answer answer = settled(future);
            JsonNode receipt = answer.body();
            if (!answer.isSuccess()) {
                refused.merge(answer.explanation(), 1, Integer::sum);
            } else if (receipt.path("repeated").asBoolean(false)) {
                repeated++;
            } else if ("WAITLISTED".equals(receipt.path("status").asString(""))) {
                waitlisted++;
            } else {
                confirmed++;
            }
        }
        return new Outcome(confirmed, waitlisted, repeated, refused);
    }

    private static Answer settled(Future<Answer> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DemoRefused refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
