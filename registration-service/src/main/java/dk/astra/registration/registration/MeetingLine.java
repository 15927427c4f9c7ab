package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.web.IdempotencyKey;
import dk.astra.web.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the candidates of one meeting in the order of their arrival: those who come while a write is under way go
 * together into the next one. Seats and waiting numbers are guesses; the unique keys decide, a lost guess is
 * repeated with the next.
 */
final class MeetingLine {

    private static final int BATCH = 128;
    private static final long IDLE_NANOS = 600_000_000_000L;

    private static final class Candidate {
        final KnownMeeting meeting;
        final Registration registration;
        final @Nullable IdempotencyKey key;
        final @Nullable String trace;
        final CompletableFuture<Receipt> answer = new CompletableFuture<>();

        Candidate(
                KnownMeeting meeting, Registration registration, @Nullable IdempotencyKey key, @Nullable String trace) {
            this.trace = trace;
            this.meeting = meeting;
            this.registration = registration;
            this.key = key;
        }
    }

    private final String meetingId;
    private final Registrations registrations;
    private final RegistrationFacts facts;
    private final PromoteWaiting promotion;
    private final PlaceInLine places;
    private final LinkedBlockingDeque<Candidate> waiting = new LinkedBlockingDeque<>();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final NumberGuess guess;
    private volatile long lastUsed = System.nanoTime();

    MeetingLine(
            String meetingId,
            Registrations registrations,
            RegistrationFacts facts,
            PromoteWaiting promotion,
            PlaceInLine places) {
        this.meetingId = meetingId;
        this.registrations = registrations;
        this.facts = facts;
        this.promotion = promotion;
        this.places = places;
        this.guess = new NumberGuess(meetingId, registrations);
    }

    CompletableFuture<Receipt> join(KnownMeeting meeting, Registration registration, @Nullable IdempotencyKey key) {
        Candidate candidate = new Candidate(meeting, registration, key, facts.trace());
        waiting.add(candidate);
        lastUsed = System.nanoTime();
        if (writing.compareAndSet(false, true)) {
            writeBatch();
            if (!released()) {
                Thread.ofVirtual().name("meeting-line").start(this::writeOn);
            }
        }
        return candidate.answer;
    }

    boolean isIdle() {
        return waiting.isEmpty() && !writing.get() && System.nanoTime() - lastUsed > IDLE_NANOS;
    }

    /** The first batch is written on the thread of its first candidate; a thread of its own serves who comes then. */
    private void writeOn() {
        do {
            writeBatch();
        } while (!released());
    }

    /** @return false when this thread has to go on writing */
    private boolean released() {
        if (!waiting.isEmpty()) {
            return false;
        }
        writing.set(false);
        return waiting.isEmpty() || !writing.compareAndSet(false, true);
    }

    private void writeBatch() {
        List<Candidate> batch = new ArrayList<>();
        waiting.drainTo(batch, BATCH);
        batch.removeIf(candidate -> candidate.answer.isDone());
        if (batch.isEmpty()) {
            return;
        }
        try {
            write(batch);
        } catch (RuntimeException | Error failure) {
            guess.forget();
            batch.forEach(candidate -> candidate.answer.completeExceptionally(failure));
        }
    }

    private void write(List<Candidate> batch) {
        guess.learn(batch.getFirst().meeting);
        List<Candidate> fresh = guess.isScarce(batch.size()) ? withoutKnown(batch) : batch;
        List<Candidate> first = assigned(firstOfEachPerson(fresh));
        if (first.isEmpty()) {
            return;
        }
        first.forEach(candidate -> candidate.registration.add(facts.created(candidate.registration, candidate.trace)));
        Set<Integer> lost = new HashSet<>(registrations.insert(
                first.stream().map(candidate -> candidate.registration).toList()));
        List<Candidate> stored = new ArrayList<>();
        List<Candidate> again = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            (lost.contains(i) ? again : stored).add(first.get(i));
        }
        for (Candidate candidate : stored) {
            facts.relay(candidate.registration.id(), candidate.registration.outbox());
        }
        settleLost(again);
        answer(stored);
    }

    /** Those whose seat or number can be guessed; the rest comes next, when these are written. */
    private List<Candidate> assigned(List<Candidate> candidates) {
        int count = 0;
        while (count < candidates.size() && guess.assign(candidates.get(count).registration)) {
            count++;
        }
        putBack(candidates.subList(count, candidates.size()));
        return candidates.subList(0, count);
    }

    private void putBack(List<Candidate> candidates) {
        candidates.reversed().forEach(waiting::addFirst);
    }

    private List<Candidate> withoutKnown(List<Candidate> batch) {
        // a stranger with a used key is rare, and loses that key when written
        Map<Candidate, Registration> earlier = earlierOf(batch, false);
        answerRepeats(earlier);
        return batch.stream()
                .filter(candidate -> !earlier.containsKey(candidate))
                .toList();
    }

    /** What those have already who come again: by their key where they use it again, else as the person they are. */
    private Map<Candidate, Registration> earlierOf(List<Candidate> batch, boolean strangersByKey) {
        Map<String, Registration> byPerson =
                registrations
                        .findByPersonKeys(batch.stream()
                                .map(c -> personKey(c.registration))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(MeetingLine::personKey, r -> r, (a, b) -> a));
        Map<Candidate, Registration> earlier = new LinkedHashMap<>();
        Map<String, Candidate> byKey = new HashMap<>();
        for (Candidate candidate : batch) {
            Registration known = byPerson.get(personKey(candidate.registration));
            if (known != null) {
                earlier.put(candidate, known);
            }
            String key = candidate.registration.idempotencyKey;
            boolean look = known == null ? strangersByKey : !Objects.equals(key, known.idempotencyKey);
            if (key != null && look) {
                byKey.put(key, candidate);
            }
        }
        if (!byKey.isEmpty()) {
            for (Registration used : registrations.findByIdempotencyKeys(byKey.keySet())) {
                Candidate candidate = used.idempotencyKey == null ? null : byKey.get(used.idempotencyKey);
                if (candidate != null) {
                    earlier.put(candidate, used);
                }
            }
        }
        return earlier;
    }

    /** A second request of the same person in the same batch waits for the first one's answer. */
    private List<Candidate> firstOfEachPerson(List<Candidate> batch) {
        Map<String, Candidate> first = new LinkedHashMap<>();
        for (Candidate candidate : batch) {
            Candidate earlier = first.putIfAbsent(personKey(candidate.registration), candidate);
            if (earlier != null) {
                earlier.answer.whenComplete((receipt, failure) -> {
                    if (failure instanceof Refusal) {
                        waiting.addFirst(candidate);
                    } else if (failure != null) {
                        candidate.answer.completeExceptionally(failure);
                    } else {
                        answerRepeat(candidate, receipt.registration(), receipt.placeInLine());
                    }
                });
            }
        }
        return new ArrayList<>(first.values());
    }

    private void settleLost(List<Candidate> lost) {
        if (lost.isEmpty()) {
            return;
        }
        Map<Candidate, Registration> earlier = earlierOf(lost, true);
        earlier.keySet().forEach(candidate -> guess.giveBack(candidate.registration));
        answerRepeats(earlier);
        List<Candidate> retry = lost.stream()
                .filter(candidate -> !earlier.containsKey(candidate))
                .toList();
        if (!retry.isEmpty()) {
            retry.forEach(candidate -> candidate.registration.outbox = null);
            guess.lost();
            putBack(retry);
        }
    }

    private void answerRepeats(Map<Candidate, Registration> earlier) {
        if (earlier.isEmpty()) {
            return;
        }
        Map<String, Long> told = places.of(earlier.values().stream()
                .filter(registration -> registration.meetingId().equals(meetingId))
                .toList());
        earlier.forEach(
                (candidate, registration) -> answerRepeat(candidate, registration, told.get(registration.id())));
    }

    /** The same key and request gets its first answer; another person's repeat is told apart by its key. */
    private static void answerRepeat(Candidate candidate, Registration earlier, @Nullable Long place) {
        try {
            boolean sameRequest = candidate.key != null
                    && candidate.registration.idempotencyKey != null
                    && candidate.registration.idempotencyKey.equals(earlier.idempotencyKey);
            if (sameRequest && candidate.key != null) {
                candidate.key.requireSame(earlier.fingerprint());
            }
            candidate.answer.complete(new Receipt(earlier, place, !sameRequest, false));
        } catch (RuntimeException failure) {
            candidate.answer.completeExceptionally(failure);
        }
    }

    private void answer(List<Candidate> stored) {
        if (stored.stream()
                .allMatch(candidate -> candidate.registration.status().holdsSeat())) {
            stored.forEach(
                    candidate -> candidate.answer.complete(new Receipt(candidate.registration, null, false, true)));
        } else {
            // on a thread of its own: the next batch is written meanwhile
            Thread.ofVirtual().name("place-in-line").start(() -> {
                try {
                    tellPlaces(stored);
                } catch (RuntimeException | Error failure) {
                    stored.forEach(candidate -> candidate.answer.completeExceptionally(failure));
                }
            });
        }
    }

    private void tellPlaces(List<Candidate> stored) {
        Map<String, Registration> now = new HashMap<>();
        if (promotion.run(meetingId) > 0) {
            registrations
                    .findAll(stored.stream()
                            .filter(candidate -> candidate.registration.status() == Status.WAITLISTED)
                            .map(candidate -> candidate.registration.id())
                            .toList())
                    .forEach(registration -> now.put(registration.id(), registration));
        }
        Map<String, Long> told = places.of(stored.stream()
                .map(candidate -> now.getOrDefault(candidate.registration.id(), candidate.registration))
                .toList());
        for (Candidate candidate : stored) {
            Registration current = now.getOrDefault(candidate.registration.id(), candidate.registration);
            candidate.answer.complete(new Receipt(current, told.get(current.id()), false, true));
        }
    }

    private static String personKey(Registration registration) {
        return registration.personKey == null ? "" : registration.personKey;
    }
}
