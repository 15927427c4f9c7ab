package dk.astra.portal.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The year's plan as reporting-service computes it.
 *
 * @param result share of the goals that is met, 0 to 1
 */
public record Plan(
        String planId,
        Phrase title,
        @Nullable String from,
        @Nullable String to,
        @Nullable BigDecimal result,
        @Nullable String asOf,
        List<Goal> goals) {

    public Plan {
        goals = goals == null ? List.of() : List.copyOf(goals);
    }

    /** 0 to 100. */
    public BigDecimal percent() {
        return result == null ? BigDecimal.ZERO : result.movePointRight(2);
    }

    public long metGoals() {
        return goals.stream().filter(goal -> "MET".equals(goal.status())).count();
    }
}
