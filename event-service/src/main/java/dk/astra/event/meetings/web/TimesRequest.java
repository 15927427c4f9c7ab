package dk.astra.event.meetings.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** New times of a meeting, local to its zone; deadlines that are left out move with the start. */
record TimesRequest(
        @Schema(example = "2027-05-05T09:30:00") @Nullable String startsAt,
        @Schema(example = "2027-05-05T15:15:00") @Nullable String endsAt,
        @Nullable String registrationOpensAt,
        @Nullable String registrationClosesAt,
        @Nullable String cancellationDeadline) {}
