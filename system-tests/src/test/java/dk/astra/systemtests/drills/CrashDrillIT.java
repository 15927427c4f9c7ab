package dk.astra.systemtests.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.systemtests.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** P3, P4, P5 in short; {@code ./tilmelding drill crash} does it at full length. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashDrillIT {

    private final Ground ground = new Ground(Stack.shared(), Pace.quickly(), System.out::println);

    @Test
    @Order(1)
    void findsEverythingAcknowledgedAgainAfterEveryProcessWasKilled() throws Exception {
        Finding finding = drill(false, Duration.ofSeconds(40), Duration.ofSeconds(90));
        assertThat(finding.complaints()).as(finding.toString()).isEmpty();
    }

    @Test
    @Order(2)
    void wouldNoticeIfTheOutboxSweepWereOff() throws Exception {
        Finding finding = drill(true, Duration.ofSeconds(25), Duration.ofSeconds(12));
        Tally tally = Objects.requireNonNull(finding.tally());
        assertThat(finding.hasFailed()).as(finding.toString()).isTrue();
        assertThat(tally.notStored()).isZero();
        assertThat(tally.notOnStream()).isPositive();
    }

    private Finding drill(boolean sweepOff, Duration duration, Duration patience) throws Exception {
        CrashDrill.Settings settings = new CrashDrill.Settings(15, duration, 1, 20261122, sweepOff, patience);
        Finding finding = new CrashDrill(settings).run(ground);
        System.out.println(new Table(List.of(finding)).text());
        return finding;
    }
}
