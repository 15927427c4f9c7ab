package dk.astra.testsupport.external;

import dk.astra.testsupport.Faults;
import org.junit.jupiter.api.Assumptions;

/** What somebody else runs is not killed by a test. */
interface NotOurs extends Faults {

    @Override
    default void kill9() {
        skip();
    }

    @Override
    default void restart() {
        skip();
    }

    @Override
    default void pause() {
        skip();
    }

    @Override
    default void resume() {
        skip();
    }

    private static void skip() {
        Assumptions.abort("-Dinfra=external: faults are only made on infrastructure that the test started");
    }
}
