package dk.astra.portal.registration;

import dk.astra.web.NeighbourUnavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Why the reader has to ask again, and when.
 *
 * @param reason its words are the message {@code again.<reason>}
 */
public record Delay(Reason reason, Duration pause) {

    private static final Duration USUAL = Duration.ofSeconds(5);
    private static final int SHORTEST_SECONDS = 2;
    private static final int LONGEST_SECONDS = 600;

    public enum Reason {
        /** No answer from a service; the registration may have been stored all the same. */
        AWAY(HttpStatus.SERVICE_UNAVAILABLE),
        /** A crowd, at our own door or at registration-service's. */
        BUSY(HttpStatus.TOO_MANY_REQUESTS),
        /** This client asked too often ({@link SignUpLimit}). */
        LIMITED(HttpStatus.TOO_MANY_REQUESTS),
        /** The reader stays on the page, for example to read it in the other language. */
        CHOSEN(HttpStatus.OK);

        private final HttpStatus status;

        Reason(HttpStatus status) {
            this.status = status;
        }
    }

    public static Delay chosen() {
        return new Delay(Reason.CHOSEN, USUAL);
    }

    public static Delay busy() {
        return new Delay(Reason.BUSY, USUAL);
    }

    public static Delay limited(Duration pause) {
        return new Delay(Reason.LIMITED, pause);
    }

    public static Delay of(NeighbourUnavailable away) {
        return away.getCause() instanceof HttpClientErrorException refusal
                        && refusal.getStatusCode().value() == HttpStatus.TOO_MANY_REQUESTS.value()
                ? new Delay(Reason.BUSY, retryAfter(refusal.getResponseHeaders()))
                : new Delay(Reason.AWAY, USUAL);
    }

    private static Duration retryAfter(@Nullable HttpHeaders headers) {
        String seconds = headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,4}") ? Duration.ofSeconds(Long.parseLong(seconds)) : USUAL;
    }

    public int status() {
        return reason.status.value();
    }

    /** Whole seconds, rounded up. */
    public int seconds() {
        return Math.clamp(pause.plusMillis(999).toSeconds(), SHORTEST_SECONDS, LONGEST_SECONDS);
    }
}
