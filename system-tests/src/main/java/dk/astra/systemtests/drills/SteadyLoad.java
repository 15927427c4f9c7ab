package dk.astra.systemtests.drills;

import dk.astra.systemtests.Answer;
import dk.astra.systemtests.Participant;
import dk.astra.systemtests.Participants;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * People who sign up at a steady rate whether or not anybody answers; those who insist try again with the same
 * idempotency key until acknowledged.
 */
final class SteadyLoad {

    private static final Duration GIVES_UP_AFTER = Duration.ofMinutes(3);

    private static final long FIRST_PAUSE = 400_000_000L;
    private static final long LONGEST_PAUSE = 6_000_000_000L;

    private final Entrance entrance;
    private final List<String> meetings;
    private final boolean insists;
    private volatile long gapNanos;
    private final Queue<Thread> people = new ConcurrentLinkedQueue<>();
    private final Map<String, Participant> acknowledged = new ConcurrentHashMap<>();
    private final Map<Participant, Instant> acknowledgedAt = new ConcurrentHashMap<>();
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    // those who wait come back together, and a drill of loss is no flood; newcomers are never held back, or the load
    // would be the steadier the worse the answers are
    private final Semaphore atATime = new Semaphore(100);
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicLong retries = new AtomicLong();
    private volatile boolean running = true;
    private final Thread clockwork;

    SteadyLoad(Entrance entrance, List<String> meetings, long ratePerSecond, boolean insists) {
        this.entrance = entrance;
        this.meetings = List.copyOf(meetings);
        this.insists = insists;
        this.gapNanos = 1_000_000_000L / ratePerSecond;
        this.clockwork = Thread.ofPlatform().name("steady-load").unstarted(this::send);
    }

    void start() {
        clockwork.start();
    }

    private void send() {
        long next = System.nanoTime();
        while (running) {
            int number = sent.getAndIncrement();
            people.add(Thread.ofVirtual().start(() -> insist(meetings.get(number % meetings.size()))));
            next += gapNanos;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void insist(String meetingId) {
        Participant participant = Participants.next();
        String key = UUID.randomUUID().toString();
        Instant end = Instant.now().plus(GIVES_UP_AFTER);
        String last = "";
        long pause = FIRST_PAUSE;
        for (boolean first = true; first || insists && Instant.now().isBefore(end); first = false) {
            try {
                Answer answer = first ? ask(participant, meetingId, key, true) : askAgain(participant, meetingId, key);
                if (answer.isOneOf(200, 201)) {
                    acknowledged.put(answer.json().path("registrationId").asString(), participant);
                    acknowledgedAt.put(participant, Instant.now());
                    return;
                }
                last = answer.status() + " " + answer.body();
                if (answer.status() < 500 && !answer.isOneOf(404, 409, 429)) {
                    break;
                }
            } catch (IOException e) {
                last = e.toString();
            }
            if (insists) {
                retries.incrementAndGet();
                // patience that grows, as a browser or a partner's system shows it: a crowd that only hammers would
                // be an attack on a service that is just starting
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(pause / 2, pause));
                pause = Math.min(LONGEST_PAUSE, pause * 2);
            }
        }
        refused.add(last);
    }

    private Answer askAgain(Participant participant, String meetingId, String key) throws IOException {
        atATime.acquireUninterruptibly();
        try {
            return ask(participant, meetingId, key, false);
        } finally {
            atATime.release();
        }
    }

    private Answer ask(Participant participant, String meetingId, String key, boolean first) throws IOException {
        Instant at = Instant.now();
        long begin = System.nanoTime();
        try {
            Answer answer = entrance.register(participant, meetingId, key);
            attempts.add(new Attempt(
                    at,
                    Duration.ofNanos(System.nanoTime() - begin),
                    answer.status(),
                    first,
                    answer.isProblem(),
                    answer.retryAfter().isPresent(),
                    answer.isOneOf(200, 201) ? "" : Attempt.brief(answer.body())));
            return answer;
        } catch (IOException e) {
            attempts.add(
                    new Attempt(at, Duration.ofNanos(System.nanoTime() - begin), 0, first, false, false, e.toString()));
            throw e;
        }
    }

    /** From now on at another rate. */
    void rate(long perSecond) {
        gapNanos = 1_000_000_000L / perSecond;
    }

    Attempts attempts() {
        return new Attempts(List.copyOf(attempts));
    }

    /** No newcomers from now on. */
    void stop() {
        running = false;
    }

    /** Waits until everybody is acknowledged or has given up. */
    void awaitEverybody() {
        try {
            clockwork.join();
            for (Thread person : people) {
                person.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Registration ids of those who were acknowledged. */
    Map<String, Participant> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    List<Participant> acknowledgedUntil(Instant time) {
        return acknowledgedAt.entrySet().stream()
                .filter(known -> !known.getValue().isAfter(time))
                .map(Map.Entry::getKey)
                .toList();
    }

    int sent() {
        return sent.get();
    }

    long retries() {
        return retries.get();
    }

    /** The last answers that people got who were never acknowledged. */
    List<String> refused() {
        return List.copyOf(refused);
    }
}
