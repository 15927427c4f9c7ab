package dk.astra.event.meetings.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place. */
record VenueRequest(
        @Schema(description = "What the house is called", example = "Kvartshuset") @Nullable
        String name,

        @Schema(description = "Street and number", example = "Prismegangen 4") @Nullable
        String street,

        @Schema(description = "Four digits", example = "4200") @Nullable
        String postalCode,

        @Schema(description = "Written after the postal code", example = "Slagelse") @Nullable
        String town,

        @Schema(description = "Four digits with leading zero; may be left out", example = "0330") @Nullable
        String municipalityCode) {}
