package dk.astra.benchmarks.scenarios;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/**
 * How long and how often is measured.
 *
 * @param slice of one measurement
 * @param rounds of which the median counts
 */
public record Effort(Duration warmUp, Duration slice, int rounds, boolean quick, Consumer<String> progress) {

    public static Effort full(Consumer<String> progress) {
        return new Effort(Duration.ofSeconds(10), Duration.ofSeconds(8), 5, false, progress);
    }

    public static Effort quick(Consumer<String> progress) {
        return new Effort(Duration.ofSeconds(6), Duration.ofSeconds(4), 2, true, progress);
    }

    void say(String pattern, Object... values) {
        progress.accept(String.format(java.util.Locale.ROOT, pattern, values));
    }

    static double median(DoubleStream values) {
        double[] sorted = values.toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
