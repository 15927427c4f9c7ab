package dk.astra.benchmarks.report;

import java.util.Locale;

/**
 * What a figure should reach.
 *
 * @param ofRatio whether the bound is one of the ratio to the reference, else of the figure itself
 */
public record Target(boolean atLeast, double bound, boolean ofRatio) {

    public static Target ratioAtLeast(double bound) {
        return new Target(true, bound, true);
    }

    public static Target ratioAtMost(double bound) {
        return new Target(false, bound, true);
    }

    public static Target atMost(double bound) {
        return new Target(false, bound, false);
    }

    public static Target atLeast(double bound) {
        return new Target(true, bound, false);
    }

    boolean isMetBy(double value) {
        return atLeast ? value >= bound : value <= bound;
    }

    String text(String unit) {
        return String.format(
                Locale.ROOT, "%s %s%s", atLeast ? "≥" : "≤", Figure.number(bound), ofRatio ? " ×" : " " + unit);
    }
}
