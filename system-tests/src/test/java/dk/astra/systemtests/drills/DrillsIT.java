package dk.astra.systemtests.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.systemtests.Stack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P3, P4, P5: two of the drills in their short form; {@code ./tilmelding drill} makes all of them at full length. */
class DrillsIT {

    private final Ground ground = new Ground(Stack.shared(), Pace.quickly(), System.out::println);

    @Test
    void registersWhileTheBrokerIsFrozen() throws Exception {
        passes(new PausedBroker());
    }

    @Test
    void laysPoisonAsideAndTakesTheGoodFactsBetween() throws Exception {
        passes(new Poison());
    }

    private void passes(Drill drill) throws Exception {
        Finding finding = drill.run(ground);
        System.out.println(new Table(List.of(finding)).text());
        assertThat(finding.complaints()).as(finding.toString()).isEmpty();
    }
}
