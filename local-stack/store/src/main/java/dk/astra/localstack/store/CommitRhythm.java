package dk.astra.localstack.store;

import java.time.Duration;

/**
 * When changes become lasting.
 *
 * @param behind acknowledge at once and commit about every second, as the library does; loses acknowledged writes
 * @param checkpointEvery how often changed pages are written into the store file, if there are any
 */
record CommitRhythm(boolean behind, Duration checkpointEvery) {

    static final CommitRhythm NORMAL = new CommitRhythm(false, Duration.ofSeconds(10));
}
