package dk.astra.systemtests.drills;

import java.time.Duration;
import java.time.Instant;

/**
 * A fault that was made.
 *
 * @param watchedUntil until when there was traffic to see the recovery by
 */
record Fault(String name, Instant from, Instant until, Instant watchedUntil) {

    Fault watchedUntil(Instant time) {
        return new Fault(name, from, until, time);
    }

    Duration length() {
        return Duration.between(from, until);
    }
}
