package dk.astra.portal.plan;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One goal of the plan.
 *
 * @param status {@code MET}, {@code PARTIALLY_MET} or {@code NOT_MET}
 */
public record Goal(
        String id,
        Phrase title,
        @Nullable BigDecimal score,
        @Nullable String status,
        List<Measure> measures) {

    public Goal {
        measures = measures == null ? List.of() : List.copyOf(measures);
    }

    public long metMeasures() {
        return measures.stream().filter(Measure::isMet).count();
    }

    public int percent() {
        return measures.isEmpty() ? 0 : (int) (100 * metMeasures() / measures.size());
    }

    /** The ring's dash pattern: what is reached, then a gap. */
    public String dashes() {
        return percent() + " 100";
    }

    public String statusOrNotMet() {
        return status == null ? "NOT_MET" : status;
    }
}
