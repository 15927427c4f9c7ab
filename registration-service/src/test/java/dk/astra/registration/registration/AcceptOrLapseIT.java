package dk.astra.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.Side;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.meetings.OfferRules;
import dk.astra.testsupport.WithInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * An offer is taken on one instance and runs out on another at the same moment; two seats of one person are settled by
 * two instances at once. On the real store, with both having read before either writes (P1, P6).
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"tilmelding.offer-sweep=PT1H", "tilmelding.pair-sweep=PT1H", "tilmelding.sweep=PT1H"})
@WithInfrastructure(database = "offers_it")
class AcceptOrLapseIT {

    private static final int ROUNDS = 150;

    @Autowired
    Registrations registrations;

    @Autowired
    RegistrationFacts facts;

    @Autowired
    KnownMeetings meetings;

    @Autowired
    PromoteWaiting promotion;

    @Autowired
    PlaceInLine places;

    @Test
    void oneOfTakingAndRunningOutHappensAndThePersonIsToldWhich() throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<Boolean, Integer> wins = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Round outcome = race(registrations, round % 6);
            wrong.addAll(outcome.wrong());
            wins.merge(outcome.accepted(), 1, Integer::sum);
        }
        assertThat(wrong).isEmpty();
        assertThat(wins).as("each of them wins now and then").hasSize(2);
    }

    /** Control: without the condition on what was read, both happen. */
    @Test
    void wouldLetBothHappenWithoutTheCondition() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            wrong.addAll(race(unconditional(), round % 6).wrong());
        }
        assertThat(wrong).isNotEmpty();
    }

    private record Round(boolean accepted, List<String> wrong) {}

    /** @param dawdle reads that the sweep makes before it writes, so that now one is faster and now the other */
    private Round race(Registrations store, int dawdle) throws Exception {
        String meetingId = learned(null);
        Instant until = Instant.now().plus(Duration.ofHours(20)).truncatedTo(ChronoUnit.MILLIS);
        Registration offered = registration(meetingId, 1);
        offered.offeredUntil = until;
        offered.takeSeat(1, 0);
        Registration next = registration(meetingId, 2);
        registrations.insert(List.of(offered, next));

        meetings.findRecent(meetingId);
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        AcceptOffer accept =
                new AcceptOffer(store, meetings, facts, at(until.minusMillis(1)), new SimpleMeterRegistry());
        LapseOffers lapse = new LapseOffers(
                afterReading("offersOver", store, bothHaveRead, dawdle),
                new CancelRegistration(store, meetings, promotion, facts, places, at(until)),
                at(until),
                new SimpleMeterRegistry());
        boolean accepted;
        boolean lapsed;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Boolean> person = threads.submit(() -> {
                Registration read = registrations.find(offered.id()).orElseThrow();
                bothHaveRead.await(10, TimeUnit.SECONDS);
                try {
                    return accept.accept(read).status() == Status.CONFIRMED;
                } catch (OfferOver over) {
                    return false;
                }
            });
            Future<Integer> sweep = threads.submit(lapse::run);
            accepted = person.get();
            lapsed = sweep.get() == 1;
        }
        return new Round(accepted, wrongs(offered.id(), next.id(), accepted, lapsed));
    }

    private List<String> wrongs(String offered, String next, boolean accepted, boolean lapsed) {
        List<String> wrong = new ArrayList<>();
        Registration one = registrations.find(offered).orElseThrow();
        Registration other = registrations.find(next).orElseThrow();
        if (accepted == lapsed) {
            wrong.add(accepted ? "both happened" : "neither happened");
        }
        if (accepted != (one.status() == Status.CONFIRMED)) {
            wrong.add("told " + accepted + ", stored " + one.status());
        }
        if (accepted == other.status().holdsSeat()) {
            wrong.add("the next in line is " + other.status());
        }
        return wrong;
    }

    @Test
    void keepsExactlyOneOfTwoSeatsWhoeverLooks() throws Exception {
        for (int round = 0; round < 40; round++) {
            Pair pair = pairOfSeats(round % 3);
            settleOnBoth(pair, null);
            Registration east = registrations.find(pair.east).orElseThrow();
            Registration west = registrations.find(pair.west).orElseThrow();
            Registration kept = round % 3 == 1 ? west : east;
            Registration left = round % 3 == 1 ? east : west;
            assertThat(kept.status()).isEqualTo(Status.CONFIRMED);
            assertThat(left.status()).isEqualTo(Status.CANCELLED);
            assertThat(left.movedTo()).isEqualTo(kept.id());
            assertThat(registrations.find(pair.nextOf(left)).orElseThrow().status())
                    .as("the other seat moved on")
                    .isEqualTo(Status.CONFIRMED);
            assertThat(registrations.pairing(100)).doesNotContain(pair.east, pair.west);
        }
    }

    /** Control: where each instance keeps the one it looked at, the person loses both. */
    @Test
    void wouldLoseBothSeatsWithoutARuleThatAllShare() throws Exception {
        Pair pair = pairOfSeats(0);
        settleOnBoth(pair, (mine, other) -> -1);
        assertThat(List.of(pair.east, pair.west))
                .allSatisfy(
                        id -> assertThat(registrations.find(id).orElseThrow().status())
                                .isEqualTo(Status.CANCELLED));
    }

    private record Pair(String east, String west, String nextInTheEast, String nextInTheWest) {

        String nextOf(Registration left) {
            return left.id().equals(east) ? nextInTheEast : nextInTheWest;
        }
    }

    /** @param earlier 0: the seat in the east, 1: the one in the west, 2: at the same moment */
    private Pair pairOfSeats(int earlier) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Registration east = registration(learned(Side.EAST), 1);
        Registration west = registration(learned(Side.WEST), 1);
        east.eitherOf = west.id;
        west.eitherOf = east.id;
        east.takeSeat(1, 0);
        east.seated(earlier == 1 ? now.plusMillis(5) : now);
        west.takeSeat(1, 0);
        west.seated(earlier == 0 ? now.plusMillis(5) : now);
        Registration nextEast = registration(east.meetingId(), 2);
        Registration nextWest = registration(west.meetingId(), 2);
        registrations.insert(List.of(east, west, nextEast, nextWest));
        return new Pair(east.id(), west.id(), nextEast.id(), nextWest.id());
    }

    private void settleOnBoth(Pair pair, Comparator<KeepFirstSeat.Standing> order) throws Exception {
        CancelRegistration cancellation =
                new CancelRegistration(registrations, meetings, promotion, facts, places, Clock.systemUTC());
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        List<Callable<Void>> settlers = new ArrayList<>();
        for (String id : List.of(pair.east, pair.west)) {
            settlers.add(() -> {
                Registrations store = afterReading("find", registrations, bothHaveRead, 0);
                KeepFirstSeat keep = order == null
                        ? new KeepFirstSeat(store, meetings, cancellation)
                        : new KeepFirstSeat(store, meetings, cancellation, order);
                keep.settle(id);
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Void> settled : threads.invokeAll(settlers)) {
                settled.get();
            }
        }
    }

    private String learned(Side side) {
        Instant start = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MILLIS);
        KnownMeeting meeting = new KnownMeeting(
                UUID.randomUUID().toString(),
                1,
                KnownMeeting.Status.SCHEDULED,
                1,
                1,
                1,
                null,
                null,
                start.minus(Duration.ofDays(60)),
                start.minus(Duration.ofDays(2)),
                start.minus(Duration.ofDays(2)),
                start,
                start.plus(Duration.ofHours(6)),
                List.of(),
                null,
                new OfferRules(true, 48, false),
                side,
                null,
                null);
        meetings.learn(meeting, Instant.now());
        return meeting.id();
    }

    /** In line; who signed up just now gets a seat at once. */
    private static Registration registration(String meetingId, long number) {
        Registration registration = new Registration();
        registration.id = UUID.randomUUID().toString();
        registration.meetingId = meetingId;
        registration.personId = UUID.randomUUID().toString();
        registration.registeredAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        registration.joinLine(number);
        return registration;
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    /** The store, where every second look of a thread at its own and the other's state waits for the other thread. */
    private static Registrations afterReading(String method, Registrations store, CyclicBarrier barrier, int dawdle) {
        int[] reads = {0};
        int wait = method.equals("find") ? 2 : 1;
        return proxy(store, (called, arguments) -> {
            Object answer = call(store, called, arguments);
            if (called.getName().equals(method) && ++reads[0] == wait) {
                barrier.await(10, TimeUnit.SECONDS);
                for (int i = 0; i < dawdle; i++) {
                    store.find("nobody");
                }
            }
            return answer;
        });
    }

    /** The store without its condition: what is written is written over whatever is there. */
    private Registrations unconditional() {
        return proxy(registrations, (called, arguments) -> {
            if (called.getName().equals("change")) {
                arguments[0] =
                        registrations.find(((Registration) arguments[0]).id()).orElseThrow();
            }
            return call(registrations, called, arguments);
        });
    }

    private interface Call {
        Object make(java.lang.reflect.Method called, Object[] arguments) throws Throwable;
    }

    private static Registrations proxy(Registrations store, Call call) {
        return (Registrations) Proxy.newProxyInstance(
                Registrations.class.getClassLoader(),
                new Class<?>[] {Registrations.class},
                (self, called, arguments) -> call.make(called, arguments));
    }

    private static Object call(Registrations store, java.lang.reflect.Method called, Object[] arguments)
            throws Throwable {
        try {
            return called.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
