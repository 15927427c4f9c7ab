package dk.astra.registration.registration;

import org.jspecify.annotations.Nullable;

/**
 * The answer to an application.
 *
 * @param placeInLine 1 for the first in line, exactly when WAITLISTED
 * @param repeated the person had a live registration already; it is this one
 * @param first this very request was written; false also for a request repeated with its idempotency key
 */
public record Receipt(Registration registration, @Nullable Long placeInLine, boolean repeated, boolean first) {}
