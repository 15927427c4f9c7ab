package dk.astra.reporting.plans.web;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dk.astra.contracts.Network;
import dk.astra.contracts.meetings.MeetingFormat;
import dk.astra.contracts.meetings.MeetingType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan as JSON, entered whole; checked by {@link PlanCheck}, which names every bad field at once. */
record PlanRequest(
        @Nullable String planId,
        @Nullable TextRequest title,

        @Schema(description = "First day of the period.") @Nullable
        LocalDate from,

        @Schema(description = "Last day of the period.") @Nullable
        LocalDate to,

        @Nullable List<@Nullable GoalRequest> goals) {

    /** A text in both languages. */
    record TextRequest(@Nullable String da, @Nullable String en) {}

    record GoalRequest(
            @Nullable String id,
            @Nullable TextRequest title,
            @Nullable PartialRuleRequest partialRule,
            @Nullable List<@Nullable MeasureRequest> measures) {}

    record PartialRuleRequest(
            @Schema(description = "Names of parts; a part is met when all measures with its name are.") @Nullable
            List<@Nullable String> met,

            @Schema(description = "The goal counts half when exactly so many of them are met.") @Nullable
            Integer exactly) {}

    record MeasureRequest(
            @Nullable String id,
            @Nullable TextRequest text,
            @Schema(allowableValues = {">=", "="}) @Nullable String op,
            @Nullable Integer target,
            @Nullable TextRequest unit,
            @Nullable LocalDate deadline,

            @Schema(
                    allowableValues = {"senest", "inden"},
                    description = "senest: on the day at the latest; inden: before the day.")
            @Nullable
            String deadlineWord,

            @Schema(allowableValues = {"auto", "semi", "manual"}) @Nullable
            String mode,

            @Schema(description = "Null: the value is recorded by hand as evidence.") @Nullable
            RuleRequest rule,

            @Nullable TextRequest note,
            @Nullable String part,

            @Schema(
                    allowableValues = {"added", "latest"},
                    description = "How entries of evidence become one value. Without it: added where op is >=,"
                            + " latest where op is =.")
            @Nullable
            String evidence) {}

    record RuleRequest(
            @Schema(allowableValues = {"meetingsHeld", "twinsHeld", "heldWithTag"}) @Nullable
            String kind,

            @Nullable MeetingType type,

            @Schema(description = "Instead of type: meetings of any of these types.") @Nullable
            List<@Nullable MeetingType> types,

            @Schema(description = "The same as types.") @Nullable
            List<@Nullable MeetingType> minTypes,

            @Nullable Network network,
            @Nullable MeetingFormat format,

            @Schema(description = "heldWithTag only: what the programme must show.") @Nullable
            String tag,
            // a misspelt restriction would silently count too much
            @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, Object> unknown) {}
}
