package dk.astra.reporting.plans;

import dk.astra.contracts.LocalizedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A year's plan (mål- og resultatplan): configuration, entered whole by an administrator.
 *
 * @param from first day of the period
 * @param to last day of the period
 */
@Document("plans")
public record Plan(@Id String planId, LocalizedText title, LocalDate from, LocalDate to, List<Goal> goals) {

    public Plan {
        goals = goals == null ? List.of() : List.copyOf(goals);
    }

    /** A day within the period. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public Optional<Measure> measure(String measureId) {
        return goals.stream()
                .flatMap(goal -> goal.measures().stream())
                .filter(measure -> measure.measureId().equals(measureId))
                .findFirst();
    }
}
