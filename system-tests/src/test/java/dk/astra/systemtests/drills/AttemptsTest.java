package dk.astra.systemtests.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration NORMAL = Duration.ofMillis(300);

    private final List<Attempt> all = new ArrayList<>();

    @Test
    void recoversWhereASecondOfNormalAnswersBegins() {
        every100Millis(0, 10, 503, 20);
        every100Millis(1_000, 5, 201, 20);
        every100Millis(1_500, 1, 201, 2_000);
        every100Millis(1_600, 20, 201, 20);
        assertThat(new Attempts(all).normalFrom(START, NORMAL)).contains(START.plusMillis(1_600));
    }

    @Test
    void doesNotRecoverOnAShortGoodMoment() {
        every100Millis(0, 9, 201, 20);
        every100Millis(900, 1, 0, 20);
        assertThat(new Attempts(all).normalFrom(START, NORMAL)).isEmpty();
        assertThat(new Attempts(List.of()).normalFrom(START, NORMAL)).isEmpty();
    }

    @Test
    void looksAtNewcomersOnly() {
        every100Millis(0, 20, 201, 20);
        all.add(new Attempt(START.plusMillis(550), Duration.ofSeconds(3), 503, false, true, true, ""));
        assertThat(new Attempts(all).normalFrom(START, NORMAL)).contains(START);
    }

    @Test
    void takesTwiceWhatWasUsualForNormal() {
        every100Millis(0, 100, 201, 400);
        assertThat(new Attempts(all).normal()).isEqualTo(Duration.ofMillis(800));
        all.clear();
        every100Millis(0, 100, 201, 3);
        assertThat(new Attempts(all).normal()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void countsOutcomes() {
        every100Millis(0, 3, 201, 1);
        every100Millis(0, 2, 429, 1);
        every100Millis(0, 1, 0, 1);
        assertThat(new Attempts(all).outcomes()).isEqualTo("201 × 3, 429 × 2, no answer × 1");
        assertThat(new Attempts(all).acknowledged()).isEqualTo(3);
    }

    private void every100Millis(long from, int times, int status, long tookMillis) {
        for (int i = 0; i < times; i++) {
            all.add(new Attempt(
                    START.plusMillis(from + i * 100L), Duration.ofMillis(tookMillis), status, true, true, true, ""));
        }
    }
}
