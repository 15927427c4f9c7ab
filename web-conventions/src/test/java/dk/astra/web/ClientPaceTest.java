package dk.astra.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientPaceTest {

    private static final String SCHOOL = "192.0.2.17";

    private final StandingClock clock = new StandingClock();
    private final ClientPace pace = new ClientPace(Duration.ofMinutes(1), clock);

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

    private long passed(String who, int most, int times, int tries) {
        return IntStream.range(0, tries)
                .filter(any -> pace.claim(who, most, times).isZero())
                .count();
    }

    @Test
    void letsSoManyThroughAtOnceAndNoMore() {
        assertThat(passed(SCHOOL, 30, 1, 100)).isEqualTo(30);
        assertThat(pace.claim(SCHOOL, 30, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(passed("192.0.2.18", 30, 1, 1)).as("somebody else").isEqualTo(1);
    }

    @Test
    void letsAgainThroughBitByBit() {
        passed(SCHOOL, 30, 1, 30);

        clock.now = clock.now.plusSeconds(20);
        assertThat(passed(SCHOOL, 30, 1, 100)).isEqualTo(10);
        clock.now = clock.now.plus(Duration.ofHours(1));
        assertThat(passed(SCHOOL, 30, 1, 100)).isEqualTo(30);
    }

    @Test
    void countsWhatIsMoreThanOnce() {
        assertThat(passed(SCHOOL, 30, 10, 100)).isEqualTo(3);
        assertThat(passed("192.0.2.18", 5, 10, 100))
                .as("no share is greater than all")
                .isEqualTo(1);
    }

    @Test
    void letsEverybodyThroughWhereThereIsNoBound() {
        assertThat(passed(SCHOOL, 0, 1, 1_000)).isEqualTo(1_000);
    }

    @Test
    void knowsAClientOfManyAddresses() {
        assertThat(ClientPace.client("2001:db8:1:2::1")).isEqualTo(ClientPace.client("2001:db8:1:2:ffff:0:0:9"));
        assertThat(ClientPace.client("2001:db8:1:2::1")).isNotEqualTo(ClientPace.client("2001:db8:1:3::1"));
        assertThat(ClientPace.client("unknown")).isEqualTo("unknown");
        assertThat(ClientPace.client("x".repeat(500))).isEmpty();
    }

    @Test
    void holdsOutAgainstMoreClientsThanItRemembers() {
        for (int client = 0; client < 50_000; client++) {
            pace.claim("198.51.%d.%d".formatted(client / 250, client % 250), 30, 1);
        }
        assertThat(passed(SCHOOL, 30, 1, 100)).isEqualTo(30);
    }
}
