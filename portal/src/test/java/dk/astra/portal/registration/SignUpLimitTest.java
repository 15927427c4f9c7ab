package dk.astra.portal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignUpLimitTest {

    private static final String SCHOOL = "192.0.2.17";

    private final StandingClock clock = new StandingClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SignUpLimit limit = limit(30);

    private SignUpLimit limit(int sends) {
        return new SignUpLimit(new SignUpSettings(sends, 300, Duration.ofMinutes(1)), clock, meters);
    }

    private static final class StandingClock extends Clock {

        private Instant now = Instant.parse("2027-04-01T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private long passed(SignUpLimit any, String address, String meeting, Step step, int presses) {
        return IntStream.range(0, presses)
                .filter(press -> any.claim(address, meeting, step).isZero())
                .count();
    }

    @Test
    void letsAWholeSchoolThroughAtOnceAndNoMore() {
        assertThat(passed(limit, SCHOOL, "m1", Step.SEND, 100)).isEqualTo(30);
        assertThat(limit.claim(SCHOOL, "m1", Step.SEND)).isEqualTo(Duration.ofSeconds(2));
        assertThat(meters.counter("sign-ups.limited", "step", "send").count()).isEqualTo(71);
    }

    @Test
    void letsEverybodyThroughWhereItIsOff() {
        assertThat(passed(limit(0), SCHOOL, "m1", Step.SEND, 1_000)).isEqualTo(1_000);
        assertThat(meters.counter("sign-ups.limited", "step", "send").count()).isZero();
    }

    @Test
    void letsPeopleThroughAgainBitByBit() {
        passed(limit, SCHOOL, "m1", Step.SEND, 30);

        clock.now = clock.now.plusSeconds(2);
        assertThat(passed(limit, SCHOOL, "m1", Step.SEND, 10)).isEqualTo(1);
        clock.now = clock.now.plusSeconds(20);
        assertThat(passed(limit, SCHOOL, "m1", Step.SEND, 100)).isEqualTo(10);
        clock.now = clock.now.plus(Duration.ofHours(1));
        assertThat(passed(limit, SCHOOL, "m1", Step.SEND, 100)).isEqualTo(30);
    }

    @Test
    void countsMeetingsClientsAndButtonsOnTheirOwn() {
        passed(limit, SCHOOL, "m1", Step.SEND, 30);

        assertThat(limit.claim(SCHOOL, "m2", Step.SEND)).isZero();
        assertThat(limit.claim("192.0.2.18", "m1", Step.SEND)).isZero();
        assertThat(passed(limit, SCHOOL, "m1", Step.FIND, 400)).isEqualTo(300);
    }
}
