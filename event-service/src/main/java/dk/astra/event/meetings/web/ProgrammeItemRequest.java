package dk.astra.event.meetings.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the programme, hh:mm on the day it starts. */
record ProgrammeItemRequest(
        @Schema(example = "09:30") @Nullable String startsAt,
        @Nullable TextRequest title) {}
