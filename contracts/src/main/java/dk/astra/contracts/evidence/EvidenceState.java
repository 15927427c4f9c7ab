package dk.astra.contracts.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What staff recorded for a measure that no fact can compute. The note and the link stay in reporting-service.
 *
 * @param measureId for example {@code 2.1a-1}
 * @param value what was reached, in the measure's unit; 1 for a yes
 * @param date when it was reached, Danish local date
 */
public record EvidenceState(
        String evidenceId,
        long version,
        String planId,
        String measureId,
        int value,
        LocalDate date,
        Instant recordedAt) {

    public EvidenceState {
        Objects.requireNonNull(evidenceId, "evidenceId");
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(measureId, "measureId");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}
