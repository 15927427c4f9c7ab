package dk.astra.portal.registration;

import org.jspecify.annotations.Nullable;

/** A school or institution of the register. */
public record Institution(
        String number,
        String name,
        @Nullable String type,
        @Nullable String municipalityCode) {}
