package dk.astra.reporting.plans;

import java.util.List;

/** How far a goal is: 1, one half or 0 (domain.md 1.3). */
public record GoalReading(Goal goal, List<MeasureReading> measures) {

    /** What a goal is called when it has a score. */
    public enum Status {
        MET,
        PARTIALLY_MET,
        NOT_MET
    }

    /** Met when every measure is; half when its partial rule says so; else not. */
    public Status status() {
        if (measures.stream().allMatch(MeasureReading::isMet)) {
            return Status.MET;
        }
        PartialRule rule = goal.partialRule();
        if (rule != null && rule.met().stream().filter(this::isPartMet).count() == rule.exactly()) {
            return Status.PARTIALLY_MET;
        }
        return Status.NOT_MET;
    }

    public double score() {
        return switch (status()) {
            case MET -> 1;
            case PARTIALLY_MET -> 0.5;
            case NOT_MET -> 0;
        };
    }

    private boolean isPartMet(String part) {
        List<MeasureReading> ofPart = measures.stream()
                .filter(reading -> part.equals(reading.measure().part()))
                .toList();
        return !ofPart.isEmpty() && ofPart.stream().allMatch(MeasureReading::isMet);
    }
}
