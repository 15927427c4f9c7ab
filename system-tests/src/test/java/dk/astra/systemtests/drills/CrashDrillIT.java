package dk.astra.systemtests.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.systemtests.Stack;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** P3, P4, P5 in short; {@code ./tilmelding drill crash} does it at full length. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashDrillIT {

    private final Stack stack = Stack.shared();

    @Test
    @Order(1)
    void findsEverythingAcknowledgedAgainAfterEveryProcessWasKilled() {
        Tally tally = drill(false, Duration.ofSeconds(40), Duration.ofSeconds(90));
        assertThat(tally.isClean()).as(tally.table()).isTrue();
    }

    @Test
    @Order(2)
    void wouldNoticeIfTheOutboxSweepWereOff() {
        Tally tally = drill(true, Duration.ofSeconds(25), Duration.ofSeconds(12));
        assertThat(tally.isClean()).as(tally.table()).isFalse();
        assertThat(tally.notStored()).isZero();
        assertThat(tally.notOnStream()).isPositive();
    }

    private Tally drill(boolean sweepOff, Duration duration, Duration patience) {
        CrashDrill.Settings settings = new CrashDrill.Settings(15, duration, 1, 20261122, sweepOff, patience);
        Tally tally = new CrashDrill(stack, settings, System.out::println).run();
        System.out.println(tally.table());
        return tally;
    }
}
