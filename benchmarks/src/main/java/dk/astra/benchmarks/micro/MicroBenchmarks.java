package dk.astra.benchmarks.micro;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Prints a table of what the hot pieces cost, beside the bare call measured in the same run. The guess of a seat is not
 * among them: it is closed to others, and what it costs is a bit search beside a round trip.
 */
public final class MicroBenchmarks {

    private static final List<Class<?>> PIECES =
            List.of(KeyDerivation.class, FactEncoding.class, Dispatch.class, BatchDispatch.class);

    private MicroBenchmarks() {}

    public static void main(String[] arguments) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        PIECES.forEach(piece -> options.include(piece.getName() + "\\."));
        options.mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx256m", "--sun-misc-unsafe-memory-access=allow")
                .verbosity(VerboseMode.SILENT);
        System.out.print(table(new Runner(options.build()).run()));
    }

    private static String table(Collection<RunResult> results) {
        Map<String, Map<String, RunResult>> pieces = new TreeMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            int method = name.lastIndexOf('.');
            String piece = name.substring(name.lastIndexOf('.', method - 1) + 1, method);
            pieces.computeIfAbsent(piece, key -> new TreeMap<>()).put(name.substring(method + 1), result);
        }
        StringBuilder table =
                new StringBuilder(String.format(Locale.ROOT, "%-16s %16s %16s %8s%n", "", "ns", "bare ns", "ratio"));
        pieces.forEach((piece, measured) -> {
            RunResult ours = measured.get("ours");
            RunResult bare = measured.get("bare");
            if (ours != null && bare != null) {
                table.append(String.format(
                        Locale.ROOT,
                        "%-16s %16s %16s %8.2f%n",
                        piece,
                        figure(ours),
                        figure(bare),
                        ours.getPrimaryResult().getScore()
                                / bare.getPrimaryResult().getScore()));
            }
        });
        return table.toString();
    }

    private static String figure(RunResult result) {
        return String.format(
                Locale.ROOT,
                "%.0f ± %.0f",
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreError());
    }
}
