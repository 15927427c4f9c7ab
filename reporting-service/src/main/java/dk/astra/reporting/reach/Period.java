package dk.astra.reporting.reach;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which the meetings counted begin, in Denmark; null does not limit.
 *
 * @param from inclusive
 * @param to inclusive
 */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    boolean isLimited() {
        return from != null || to != null;
    }

    boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
