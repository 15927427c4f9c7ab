package dk.astra.reporting.plans.web;

import dk.astra.contracts.LocalizedText;
import dk.astra.reporting.facts.Words;
import dk.astra.reporting.plans.GoalReading;
import dk.astra.reporting.plans.PlanReading;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A plan and how far it is. */
record PlanView(
        String planId,
        LocalizedText title,
        LocalDate from,
        LocalDate to,

        @Schema(description = "The mean of the goals' scores, 0 to 1.")
        double result,

        Instant asOf,
        List<GoalView> goals) {

    record GoalView(
            String id,
            LocalizedText title,
            @Schema(allowableValues = {"1.0", "0.5", "0.0"}) double score,
            GoalReading.Status status,
            List<MeasureView> measures) {}

    static PlanView of(PlanReading reading, Words words) {
        return new PlanView(
                reading.plan().planId(),
                reading.plan().title(),
                reading.plan().from(),
                reading.plan().to(),
                reading.result(),
                reading.asOf(),
                reading.goals().stream().map(goal -> of(goal, words)).toList());
    }

    private static GoalView of(GoalReading reading, Words words) {
        return new GoalView(
                reading.goal().goalId(),
                reading.goal().title(),
                reading.score(),
                reading.status(),
                reading.measures().stream()
                        .map(measure -> MeasureView.of(measure, words))
                        .toList());
    }
}
