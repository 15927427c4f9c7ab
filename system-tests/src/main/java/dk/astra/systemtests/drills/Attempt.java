package dk.astra.systemtests.drills;

import java.time.Duration;
import java.time.Instant;

/**
 * One request to sign up and what came of it.
 *
 * @param status the code of the answer, 0 where none came
 * @param first whether the person asked for the first time
 * @param explained whether a refusal was a problem that a client can show
 * @param trouble why no answer came, in the words of the HTTP client; empty where one came
 */
record Attempt(
        Instant at, Duration took, int status, boolean first, boolean explained, boolean retryAfter, String trouble) {

    boolean isAcknowledged() {
        return status == 200 || status == 201;
    }

    String outcome() {
        return status == 0 ? "no answer" : String.valueOf(status);
    }

    Instant answeredAt() {
        return at.plus(took);
    }
}
