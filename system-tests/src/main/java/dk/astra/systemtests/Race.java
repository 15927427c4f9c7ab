package dk.astra.systemtests;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Many people who want the seats of one meeting at the same moment, some of them twice, from many clients. */
public final class Race {

    private record Attempt(Participant participant, String key) {}

    private record Result(Participant participant, int status, JsonNode receipt) {}

    private final List<URI> instances;
    private final String meetingId;
    private final int capacity;
    private final int people;
    private final int repeats;
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final Queue<Result> results = new ConcurrentLinkedQueue<>();

    public Race(List<URI> instances, String meetingId, int capacity, int people, int repeats) {
        this.instances = List.copyOf(instances);
        this.meetingId = meetingId;
        this.capacity = capacity;
        this.people = people;
        this.repeats = repeats;
    }

    /** Half of the repeats are the same request again (same idempotency key), half are a second try. */
    public void run(int clients) throws InterruptedException {
        List<Attempt> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            all.add(new Attempt(Participants.next(), UUID.randomUUID().toString()));
        }
        Random random = new Random(20261122);
        for (int i = 0; i < repeats; i++) {
            Attempt first = all.get(random.nextInt(people));
            all.add(
                    i % 2 == 0
                            ? first
                            : new Attempt(first.participant(), UUID.randomUUID().toString()));
        }
        Collections.shuffle(all, random);
        attempts.addAll(all);
        List<Thread> threads = IntStream.range(0, clients)
                .mapToObj(number -> Thread.ofPlatform().start(() -> client(number)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void client(int number) {
        SignUp signUp = new SignUp(new Http());
        for (Attempt attempt = attempts.poll(); attempt != null; attempt = attempts.poll()) {
            URI instance = instances.get(number % instances.size());
            Answer answer = insist(signUp, instance, attempt);
            JsonNode receipt =
                    answer.isOneOf(200, 201) ? answer.json() : answer.json().path("nothing");
            results.add(new Result(attempt.participant(), answer.status(), receipt));
        }
    }

    /** Too busy is an answer that asks to come back. */
    private Answer insist(SignUp signUp, URI instance, Attempt attempt) {
        for (int tries = 0; ; tries++) {
            try {
                Answer answer = signUp.register(instance, attempt.participant(), meetingId, attempt.key());
                if (!answer.isOneOf(409, 429, 503) || tries > 200) {
                    return answer;
                }
            } catch (IOException e) {
                if (tries > 200) {
                    throw new AssertionError(e);
                }
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(50_000_000L, 300_000_000L));
        }
    }

    /** Everything that is wrong with the outcome; empty is a fair race. */
    public List<String> faults(List<JsonNode> participants) {
        List<String> faults = new ArrayList<>();
        Map<Integer, Long> codes =
                results.stream().collect(Collectors.groupingBy(Result::status, Collectors.counting()));
        expect(faults, "answers that are no receipts", 0, count(results, r -> r.status() != 200 && r.status() != 201));
        expect(faults, "answers", people + repeats, results.size());
        oneRegistrationForEachPerson(faults);

        List<JsonNode> confirmed = withStatus(participants, "CONFIRMED");
        List<JsonNode> waiting = withStatus(participants, "WAITLISTED");
        expect(faults, "registrations", people, participants.size());
        expect(faults, "confirmed", Math.min(capacity, people), confirmed.size());
        expect(faults, "waitlisted", Math.max(0, people - capacity), waiting.size());
        withoutGapOrTwin(faults, "seats", confirmed, "seat");
        withoutGapOrTwin(faults, "places in line", waiting, "placeInLine");
        expect(faults, "different people", people, (int) participants.stream()
                .map(one -> one.path("email").asString())
                .distinct()
                .count());
        if (!faults.isEmpty()) {
            faults.add("answers by code: " + codes);
        }
        return faults;
    }

    private void oneRegistrationForEachPerson(List<String> faults) {
        Map<String, Set<String>> ids = new HashMap<>();
        Map<String, Integer> firsts = new HashMap<>();
        for (Result result : results) {
            String email = result.participant().email();
            ids.computeIfAbsent(email, ignored -> new HashSet<>())
                    .add(result.receipt().path("registrationId").asString(""));
            if (!result.receipt().path("repeated").asBoolean(true)) {
                firsts.merge(email, 1, Integer::sum);
            }
        }
        expect(faults, "people answered with two registrations", 0, count(ids.values(), set -> set.size() > 1));
        expect(faults, "people with a first answer", people, firsts.size());
    }

    private static void withoutGapOrTwin(List<String> faults, String what, List<JsonNode> registrations, String field) {
        List<Integer> numbers = registrations.stream()
                .map(one -> one.path(field).asInt())
                .sorted()
                .toList();
        List<Integer> wanted =
                IntStream.rangeClosed(1, registrations.size()).boxed().toList();
        if (!numbers.equals(wanted)) {
            faults.add(what + " are not 1 to " + registrations.size() + ": "
                    + numbers.stream().distinct().count() + " different ones, the last is "
                    + (numbers.isEmpty() ? 0 : numbers.getLast()));
        }
    }

    private static List<JsonNode> withStatus(List<JsonNode> participants, String status) {
        return participants.stream()
                .filter(one -> one.path("status").asString().equals(status))
                .toList();
    }

    private static <T> int count(Collection<T> all, Predicate<T> wanted) {
        return (int) all.stream().filter(wanted).count();
    }

    private static void expect(List<String> faults, String what, int wanted, int found) {
        if (wanted != found) {
            faults.add(what + ": " + found + " instead of " + wanted);
        }
    }
}
