package dk.astra.benchmarks.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure beside what it is compared with.
 *
 * @param reference the same of the bare reference in the same run; null where there is none
 * @param comparedWith what the reference is
 */
public record Figure(
        String scenario,
        String what,
        double value,
        String unit,
        @Nullable Double reference,
        String comparedWith,
        @Nullable Target target) {

    /** A figure that stands alone. */
    public static Figure of(String scenario, String what, double value, String unit) {
        return new Figure(scenario, what, value, unit, null, "", null);
    }

    public Figure beside(String name, double bare) {
        return new Figure(scenario, what, value, unit, bare, name, target);
    }

    public Figure aiming(Target aim) {
        return new Figure(scenario, what, value, unit, reference, comparedWith, aim);
    }

    public @Nullable Double ratio() {
        return reference == null || reference == 0 ? null : value / reference;
    }

    /** Null where nothing is aimed at. */
    public @Nullable Boolean isMet() {
        Double ratio = ratio();
        if (target == null || target.ofRatio() && ratio == null) {
            return null;
        }
        return target.isMetBy(target.ofRatio() && ratio != null ? ratio : value);
    }

    static String number(double value) {
        double size = Math.abs(value);
        String pattern =
                size >= 100 || value == Math.rint(value) ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
