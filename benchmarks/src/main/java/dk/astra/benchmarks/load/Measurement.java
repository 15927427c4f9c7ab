package dk.astra.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * What one run of load saw.
 *
 * @param seconds from the first request to the last answer
 * @param right answers with a status of 2xx
 * @param byStatus number of answers by status; 0 stands for a broken connection
 * @param latencies of the right answers, in microseconds
 * @param firstWrong body of the first answer that was not right; empty when all were
 */
public record Measurement(
        double seconds, long right, Map<Integer, Long> byStatus, Histogram latencies, String firstWrong) {

    private static final long LONGEST_MICROS = 120_000_000L;

    public double perSecond() {
        return right / seconds;
    }

    /** In milliseconds. */
    public double percentile(double percent) {
        return latencies.getValueAtPercentile(percent) / 1000.0;
    }

    public double max() {
        return latencies.getMaxValue() / 1000.0;
    }

    public long wrong() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum() - right;
    }

    /** Collects from many threads. */
    static final class Collector {

        private final Recorder latencies = new Recorder(LONGEST_MICROS, 3);
        private final Map<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();
        private volatile String firstWrong = "";

        void add(Reply reply, long nanos) {
            byStatus.computeIfAbsent(reply.status(), status -> new LongAdder()).increment();
            if (reply.isRight()) {
                latencies.recordValue(Math.min(LONGEST_MICROS, nanos / 1000));
            } else {
                firstWrong = firstWrong.isEmpty() ? reply.text() : firstWrong;
            }
        }

        Measurement over(double seconds) {
            Map<Integer, Long> counts = new TreeMap<>();
            byStatus.forEach((status, count) -> counts.put(status, count.sum()));
            Histogram histogram = latencies.getIntervalHistogram();
            return new Measurement(seconds, histogram.getTotalCount(), counts, histogram, firstWrong);
        }
    }
}
