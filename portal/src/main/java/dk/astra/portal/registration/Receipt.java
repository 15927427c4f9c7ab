package dk.astra.portal.registration;

import org.jspecify.annotations.Nullable;

/**
 * What registration-service answered.
 *
 * @param link absolute personal link; null on a repeat
 */
record Receipt(
        String registrationId,
        String status,
        @Nullable Integer seat,
        @Nullable Integer placeInLine,
        @Nullable Boolean repeated,
        @Nullable String link) {

    boolean isRepeat() {
        return Boolean.TRUE.equals(repeated);
    }
}
