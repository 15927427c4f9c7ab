package dk.astra.reporting.plans;

import java.util.List;

/**
 * A goal counts half when just so many of its parts are met (plan 2024: goals 2.1 and 2.2).
 *
 * @param met the parts that are looked at; a part is met when all its measures are
 * @param exactly how many of them
 */
public record PartialRule(List<String> met, int exactly) {

    public PartialRule {
        met = met == null ? List.of() : List.copyOf(met);
    }
}
