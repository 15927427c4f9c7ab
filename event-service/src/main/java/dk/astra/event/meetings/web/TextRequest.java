package dk.astra.event.meetings.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A text in Danish and English; without English the Danish one is shown. */
record TextRequest(
        @Schema(description = "Danish", example = "Temadag om energi") @Nullable
        String da,

        @Schema(description = "English; may be left out", example = "Theme day on energy") @Nullable
        String en) {}
