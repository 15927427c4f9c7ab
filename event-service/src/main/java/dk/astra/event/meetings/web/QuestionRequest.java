package dk.astra.event.meetings.web;

import dk.astra.contracts.meetings.QuestionKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question of the meeting's own. */
record QuestionRequest(
        @Schema(description = "Unique in the meeting; lower-case letters, digits, hyphen", example = "vaerksted")
        @Nullable
        String id,

        @Schema(implementation = QuestionKind.class) @Nullable
        String kind,

        @Nullable TextRequest label,
        @Schema(description = "May be left out") @Nullable TextRequest hint,

        @Schema(description = "No where it is left out") @Nullable
        Boolean required,

        @Schema(description = "Exactly for CHOICE and CHOICES, at most 30") @Nullable
        List<@Nullable OptionRequest> options,

        @Schema(description = "Least number, for NUMBER") @Nullable
        Integer min,

        @Schema(description = "Highest number, for NUMBER") @Nullable
        Integer max,

        @Schema(description = "Most characters, for TEXT, 1 to 500") @Nullable
        Integer maxLength,

        @Schema(description = "Left out where it is asked of everybody") @Nullable
        ConditionRequest condition) {

    /** An answer to choose. */
    record OptionRequest(
            @Schema(example = "brint") @Nullable String id,
            @Nullable TextRequest label) {}

    /** Of whom it is asked. */
    record ConditionRequest(
            @Schema(description = "Id of an earlier question", example = "vaerksted") @Nullable
            String question,

            @Schema(description = "Ids of its options, or YES or NO") @Nullable
            List<@Nullable String> isOneOf) {}
}
