package dk.astra.reporting.plans;

import java.time.Instant;
import java.util.List;

/** How far a plan is at a moment. */
public record PlanReading(Plan plan, Instant asOf, List<GoalReading> goals) {

    /** The mean of the goals' scores, 0 to 1. */
    public double result() {
        return goals.stream().mapToDouble(GoalReading::score).average().orElse(0);
    }
}
