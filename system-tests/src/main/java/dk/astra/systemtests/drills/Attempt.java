package dk.astra.systemtests.drills;

import java.time.Duration;
import java.time.Instant;

/**
 * One request to sign up and what came of it.
 *
 * @param status the code of the answer, 0 where none came
 * @param first whether the person asked for the first time
 * @param explained whether a refusal was a problem that a client can show
 * @param trouble why nobody was registered: the refusal, or what the HTTP client said where no answer came
 */
record Attempt(
        Instant at, Duration took, int status, boolean first, boolean explained, boolean retryAfter, String trouble) {

    private static final int BRIEF = 300;

    static String brief(String refusal) {
        return refusal.length() > BRIEF ? refusal.substring(0, BRIEF) : refusal;
    }

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
