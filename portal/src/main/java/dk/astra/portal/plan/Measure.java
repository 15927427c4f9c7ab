package dk.astra.portal.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One measure of the plan and where it stands.
 *
 * @param mode {@code auto}, {@code semi} or {@code manual}
 * @param value null while nothing is known
 * @param computed false where the value comes from evidence that people entered
 */
public record Measure(
        String id,
        Phrase text,
        @Nullable String op,
        @Nullable BigDecimal target,
        @Nullable Phrase unit,
        @Nullable String deadline,
        @Nullable String mode,
        @Nullable BigDecimal value,
        @Nullable Boolean met,
        @Nullable Boolean computed,
        @Nullable Phrase note) {

    public boolean isMet() {
        return Boolean.TRUE.equals(met);
    }

    public BigDecimal valueOrZero() {
        return value == null ? BigDecimal.ZERO : value;
    }

    /** How much of the target is reached, 0 to 100, for the bar. */
    public int percent() {
        if (target == null || target.signum() <= 0) {
            return isMet() ? 100 : 0;
        }
        double share = valueOrZero().doubleValue() / target.doubleValue() * 100;
        return (int) Math.clamp(Math.floor(share), 0, 100);
    }

    /** A measure that is answered by yes or no and not by a number. */
    public boolean isYesOrNo() {
        return unit != null && (unit.da().equals("ja") || unit.da().equals("bool"));
    }
}
