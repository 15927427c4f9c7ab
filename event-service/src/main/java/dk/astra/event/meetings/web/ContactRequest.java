package dk.astra.event.meetings.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom to ask: a role and its mailbox. */
record ContactRequest(
        @Schema(description = "A role, never an individual", example = "Naturfagsnetværket") @Nullable
        String role,

        @Schema(description = "The mailbox of that role", example = "eud@astra.example") @Nullable
        String email) {}
