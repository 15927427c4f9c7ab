package dk.astra.reporting.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.astra.contracts.LocalizedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact behind a number. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactView(
        String factId,
        String type,
        String stream,

        @Schema(description = "Id of the meeting, registration, mail or evidence it is about.")
        String subject,

        Instant time,
        @Nullable String meetingId,
        LocalizedText summary,

        @Schema(description = "What it adds to the number; 0 where it was looked at and does not count.")
        int counts,

        @Schema(description = "Evidence only: what staff wrote.") @Nullable
        String note,

        @Schema(description = "Evidence only.") @Nullable String link) {}
