package dk.astra.reporting.plans;

import dk.astra.contracts.LocalizedText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One measure of a goal.
 *
 * @param target in {@code unit}; 1 for a yes
 * @param rule how it is counted from facts; null where staff record evidence by hand
 * @param note how the plan was read, in the plan's words
 * @param part of the goal, for its {@link PartialRule}
 * @param evidence how entries by hand become one value
 */
public record Measure(
        String measureId,
        LocalizedText text,
        Comparison op,
        int target,
        LocalizedText unit,
        LocalDate deadline,
        DeadlineWord deadlineWord,
        Mode mode,
        @Nullable Rule rule,
        @Nullable LocalizedText note,
        @Nullable String part,
        EvidenceReading evidence) {

    /** How the value meets the target. */
    public enum Comparison {
        AT_LEAST(">="),
        EXACTLY("=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        boolean holds(int value, int target) {
            return this == AT_LEAST ? value >= target : value == target;
        }
    }

    /** The plan's word for its deadline, read literally (domain.md 1.5). */
    public enum DeadlineWord {
        /** on the day at the latest */
        SENEST,
        /** before the day */
        INDEN
    }

    /** Where the number comes from, in the plan's view. */
    public enum Mode {
        AUTO,
        SEMI,
        MANUAL
    }

    /** How several entries become one value. */
    public enum EvidenceReading {
        /** Each entry adds to the value: three schools, then four more. */
        ADDED,
        /** The latest entry by date is the value: yes, 80 per cent, 24 months. */
        LATEST
    }

    /** Whether what happened on the day is in time. */
    public boolean isInTime(LocalDate day) {
        return deadlineWord == DeadlineWord.SENEST ? !day.isAfter(deadline) : day.isBefore(deadline);
    }

    /** On the very day, which {@code inden} leaves out by its letter, and practice often not. */
    boolean isDoubtful(LocalDate day) {
        return deadlineWord == DeadlineWord.INDEN && day.equals(deadline);
    }

    /** Answered by yes or no: exactly one. */
    public boolean isYesOrNo() {
        return op == Comparison.EXACTLY && target == 1;
    }

    boolean isMetBy(@Nullable Integer value) {
        return value != null && op.holds(value, target);
    }
}
