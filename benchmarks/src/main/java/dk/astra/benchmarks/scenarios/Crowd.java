package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.load.Measurement;
import dk.astra.benchmarks.load.OpenLoop;
import dk.astra.benchmarks.load.Reply;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** People who all want the same meeting, and who come again when they are sent away, as the answer asks them to. */
final class Crowd {

    private static final int MOST_TRIES = 60;

    private final int port;
    private final SignUps signUps;
    private final Queue<Person> served = new ConcurrentLinkedQueue<>();
    private final Map<byte[], Long> asked = new ConcurrentHashMap<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger sentAway = new AtomicInteger();
    private final AtomicInteger others = new AtomicInteger();
    private final Set<Integer> otherStatuses = ConcurrentHashMap.newKeySet();
    private double seconds;
    private @Nullable Measurement firstAnswers;

    Crowd(int port, String meeting) {
        this.port = port;
        this.signUps = SignUps.at(List.of(meeting));
    }

    void come(int people, double perSecond) {
        long begin = System.nanoTime();
        try (OpenLoop loop = new OpenLoop(port, perSecond)) {
            firstAnswers = loop.run(
                    people,
                    () -> {
                        byte[] request = signUps.get();
                        asked.put(request, System.nanoTime());
                        return request;
                    },
                    (request, reply) -> told(loop, request, reply));
        }
        seconds = (System.nanoTime() - begin) / 1e9;
    }

    private void told(OpenLoop loop, byte[] request, Reply first) {
        long since = Objects.requireNonNull(asked.get(request));
        Reply reply = first;
        for (int tries = 0; tries < MOST_TRIES && !reply.isRight(); tries++) {
            boolean sentAwayForSure = reply.status() == 429 && reply.retryAfter() >= 0;
            (sentAwayForSure ? sentAway : others).incrementAndGet();
            if (!sentAwayForSure) {
                otherStatuses.add(reply.status());
            }
            long pause = Math.max(1, reply.retryAfter()) * 1_000_000_000L;
            LockSupport.parkNanos(pause + ThreadLocalRandom.current().nextLong(pause));
            if (sentAwayForSure) {
                // who heard nothing may be in already: then it is the first try that counts
                since = System.nanoTime();
            }
            reply = loop.exchange(request);
        }
        if (reply.isRight()) {
            served.add(Person.of(since, System.nanoTime(), reply));
            if (reply == first) {
                atOnce.incrementAndGet();
            }
        }
    }

    double seconds() {
        return seconds;
    }

    int servedAtOnce() {
        return atOnce.get();
    }

    int sentAway() {
        return sentAway.get();
    }

    int otherAnswers() {
        return others.get();
    }

    /** 0 for a connection that broke. */
    Set<Integer> otherStatuses() {
        return otherStatuses;
    }

    Measurement firstAnswers() {
        return Objects.requireNonNull(firstAnswers);
    }

    /** Seats and places in line that were given, each once. */
    int distinctPlaces() {
        Set<String> places = new HashSet<>();
        served.forEach(person -> places.add(person.seat() + "/" + person.place()));
        return places.size();
    }

    /** People who had their answer before somebody asked who stands before them. */
    int overtaken() {
        return overtaken(served);
    }

    static int overtaken(Collection<Person> people) {
        List<Person> line =
                people.stream().sorted(Comparator.comparingLong(Person::place)).toList();
        int overtaken = 0;
        long latestAsked = Long.MIN_VALUE;
        long latestOfPlace = Long.MIN_VALUE;
        long place = -1;
        for (Person person : line) {
            if (person.place() != place) {
                latestAsked = latestOfPlace;
                place = person.place();
            }
            // those with a seat have place 0: they stand first, all alike
            overtaken += person.answered() < latestAsked ? 1 : 0;
            latestOfPlace = Math.max(latestOfPlace, person.asked());
        }
        return overtaken;
    }
}
