package dk.astra.portal.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What registration-service answered.
 *
 * @param link absolute personal link; null on a repeat, and where the mail has to be answered first
 * @param offeredUntil until when the seat is kept, where it is
 */
record Receipt(
        String registrationId,
        String status,
        @Nullable Integer seat,
        @Nullable Integer placeInLine,
        @Nullable Boolean repeated,
        @Nullable String link,
        @Nullable Instant offeredUntil,
        @Nullable Boolean confirmByMail) {

    /** The request was answered before, and what it did was cancelled since. */
    boolean isCancelled() {
        return status.equals("CANCELLED");
    }

    boolean isRepeat() {
        return Boolean.TRUE.equals(repeated);
    }
}
