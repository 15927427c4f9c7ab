package dk.astra.portal.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.astra.portal.MovableClock;
import dk.astra.web.NeighbourUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LastKnownTest {

    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofHours(12);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int READERS = 50;

    private final MovableClock clock = MovableClock.at(NOON);
    private final AtomicLong changes = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final LastKnown<String, String> answers = remembering(FRESH);

    private LastKnown<String, String> remembering(Duration fresh) {
        return new LastKnown<>(10, new CacheSettings(fresh, KEPT), clock, changes::get);
    }

    private String answer() {
        return "answer " + asked.incrementAndGet();
    }

    private String silence() {
        asked.incrementAndGet();
        throw new NeighbourUnavailable("event-service", new IllegalStateException("away"));
    }

    private String heard(Supplier<String> service) {
        return answers.get("question", service).value();
    }

    @Test
    void givesAFreshAnswerAgain() {
        assertThat(heard(this::answer)).isEqualTo("answer 1");
        clock.moveOn(FRESH.minusMillis(1));
        assertThat(heard(this::answer)).isEqualTo("answer 1");
        clock.moveOn(Duration.ofMillis(1));
        assertThat(heard(this::answer)).isEqualTo("answer 2");
    }

    @Test
    void keepsQuestionsApart() {
        heard(this::answer);

        assertThat(answers.get("another", this::answer).value()).isEqualTo("answer 2");
    }

    /** Negative control: switched off it asks every time, and has nothing when nobody answers. */
    @Test
    void asksEveryTimeWhenOff() {
        LastKnown<String, String> off = remembering(Duration.ZERO);

        off.get("question", this::answer);

        assertThat(off.get("question", this::answer).value()).isEqualTo("answer 2");
        assertThatThrownBy(() -> off.get("question", this::silence)).isInstanceOf(NeighbourUnavailable.class);
    }

    @Test
    void givesTheLastAnswerWithItsTimeWhileTheServiceIsAway() {
        heard(this::answer);
        clock.moveOn(Duration.ofMinutes(7));

        Known<String> known = answers.get("question", this::silence);

        assertThat(known).isEqualTo(new Known<>("answer 1", NOON, true));
        clock.moveOn(KEPT);
        assertThatThrownBy(() -> heard(this::silence)).isInstanceOf(NeighbourUnavailable.class);
    }

    @Test
    void leavesAServiceAloneThatIsAway() {
        heard(this::answer);
        clock.moveOn(FRESH);
        for (int i = 0; i < 10; i++) {
            heard(this::silence);
        }
        assertThat(asked).hasValue(2);

        clock.moveOn(FRESH);
        assertThat(answers.get("question", this::answer)).isEqualTo(new Known<>("answer 3", clock.instant(), false));
    }

    @Test
    void asksSoonerAfterAChangeThroughThisPortal() {
        heard(this::answer);
        changes.incrementAndGet();
        assertThat(heard(this::answer)).as("a moment ago is new enough").isEqualTo("answer 1");

        clock.moveOn(Duration.ofMillis(250));
        assertThat(heard(this::answer)).isEqualTo("answer 2");
        clock.moveOn(Duration.ofMillis(250));
        assertThat(heard(this::answer)).as("nothing was changed since").isEqualTo("answer 2");
    }

    @Test
    void takesAnAnswerThatAChangeOvertookForOld() {
        heard(() -> {
            changes.incrementAndGet();
            clock.moveOn(Duration.ofSeconds(1));
            return answer();
        });

        assertThat(heard(this::answer)).isEqualTo("answer 2");
    }

    @Test
    void asksOnceForACrowd() throws Exception {
        assertThat(askedByACrowd(answers)).isEqualTo(1);
    }

    /** Negative control: without a memory each of the crowd asks. */
    @Test
    void asksForEachOfACrowdWhenOff() throws Exception {
        assertThat(askedByACrowd(remembering(Duration.ZERO))).isEqualTo(READERS);
    }

    private int askedByACrowd(LastKnown<String, String> known) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Supplier<String> slow = () -> {
            begun.countDown();
            await(answered);
            return answer();
        };
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Known<String>>> crowd = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                crowd.add(readers.submit(() -> known.get("question", slow)));
            }
            begun.await();
            answered.countDown();
            for (Future<Known<String>> reader : crowd) {
                assertThat(reader.get().value()).startsWith("answer ");
            }
        }
        return asked.get();
    }

    @Test
    void doesNotLetReadersWaitBehindAFrozenServiceWhenThereIsAnEarlierAnswer() throws Exception {
        heard(this::answer);
        clock.moveOn(FRESH);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch thawed = new CountDownLatch(1);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Known<String>> first = readers.submit(() -> answers.get("question", () -> {
                begun.countDown();
                await(thawed);
                return answer();
            }));
            begun.await();

            assertThat(answers.get("question", this::answer)).isEqualTo(new Known<>("answer 1", NOON, true));

            thawed.countDown();
            assertThat(first.get().value()).isEqualTo("answer 2");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
