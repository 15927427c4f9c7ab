package dk.astra.portal.meetings;

import java.time.Instant;
import java.util.function.Function;

/**
 * What a service answered.
 *
 * @param since when it was asked
 * @param late whether the service is away, so that nobody knows if this is still so
 */
public record Known<V>(V value, Instant since, boolean late) {

    <W> Known<W> map(Function<V, W> other) {
        return new Known<>(other.apply(value), since, late);
    }
}
