package dk.astra.notification.mails;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the ledger, without its addressee. Its transitions live here; each answers the mail's next version,
 * which {@link Mails#change} stores only over the version that it came from.
 *
 * @param attempts how often it was handed to the mail server
 * @param deferrals how often it was put off since it was queued or retried; decides the next pause
 * @param nextAttemptAt when it is due; while SENDING the end of the lease, after which it is due again
 * @param wantedUntil an organiser wants it tried until then, whatever use it still is
 * @param retryKey Idempotency-Key of the last retry, hashed
 */
public record Mail(
        String id,
        long version,
        Cause cause,
        State state,
        @Nullable Reason reason,
        int attempts,
        int deferrals,
        Instant nextAttemptAt,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant wantedUntil,
        @Nullable String retryKey) {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofSeconds(300),
            Duration.ofMinutes(15));
    private static final Duration RETRY_COUNTS = Duration.ofHours(1);

    public static Mail due(Cause cause, Instant now) {
        Instant stored = now.truncatedTo(ChronoUnit.MILLIS);
        return new Mail(cause.mailId(), 1, cause, State.QUEUED, null, 0, 0, stored, stored, null, null, null);
    }

    /** Nobody else may send it before the lease has run out. */
    public Mail claimed(Instant now, Duration lease) {
        return next(State.SENDING, reason, attempts, deferrals, now.plus(lease), null);
    }

    public Mail sent(Instant now) {
        return next(State.SENT, null, attempts + 1, deferrals, nextAttemptAt, now);
    }

    /** @param handedOver whether the mail server saw it: an outage counts as no attempt */
    public Mail deferred(Reason why, boolean handedOver, Instant now) {
        Duration pause = PAUSES.get(Math.min(deferrals, PAUSES.size() - 1));
        return next(State.QUEUED, why, attempts + (handedOver ? 1 : 0), deferrals + 1, now.plus(pause), null);
    }

    public Mail failed(Reason why, boolean handedOver) {
        return next(State.FAILED, why, attempts + (handedOver ? 1 : 0), deferrals, nextAttemptAt, null);
    }

    public Mail withdrawn(Reason why) {
        return next(State.WITHDRAWN, why, attempts, deferrals, nextAttemptAt, null);
    }

    /** Due again at once, and for an hour at least. */
    public Mail retried(@Nullable String key, Instant now) {
        return new Mail(
                id,
                version + 1,
                cause,
                State.QUEUED,
                null,
                attempts,
                0,
                now.truncatedTo(ChronoUnit.MILLIS),
                createdAt,
                null,
                now.plus(RETRY_COUNTS).truncatedTo(ChronoUnit.MILLIS),
                key);
    }

    private Mail next(
            State to, @Nullable Reason why, int attempted, int putOff, Instant due, @Nullable Instant arrivedAt) {
        return new Mail(
                id,
                version + 1,
                cause,
                to,
                why,
                attempted,
                putOff,
                due.truncatedTo(ChronoUnit.MILLIS),
                createdAt,
                arrivedAt == null ? null : arrivedAt.truncatedTo(ChronoUnit.MILLIS),
                wantedUntil,
                retryKey);
    }
}
