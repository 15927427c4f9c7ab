package dk.astra.reporting.plans;

import dk.astra.contracts.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A goal of the plan. All goals weigh the same.
 *
 * @param partialRule when the goal counts half; null where the plan gives no half
 */
public record Goal(
        String goalId, LocalizedText title, @Nullable PartialRule partialRule, List<Measure> measures) {

    public Goal {
        measures = measures == null ? List.of() : List.copyOf(measures);
    }
}
