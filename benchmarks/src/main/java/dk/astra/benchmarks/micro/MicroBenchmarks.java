package dk.astra.benchmarks.micro;

import dk.astra.benchmarks.report.Figure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
 * What the hot pieces cost, beside the bare call measured in the same run. The guess of a seat is not
 * among them: it is closed to others, and what it costs is a bit search beside a round trip.
 */
public final class MicroBenchmarks {

    private static final List<Class<?>> PIECES =
            List.of(KeyDerivation.class, FactEncoding.class, Dispatch.class, BatchDispatch.class);

    private MicroBenchmarks() {}

    public static List<Figure> measure(boolean quick) {
        OptionsBuilder options = new OptionsBuilder();
        PIECES.forEach(piece -> options.include(piece.getName() + "\\."));
        options.mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(quick ? 1 : 3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx256m", "--sun-misc-unsafe-memory-access=allow")
                .verbosity(VerboseMode.SILENT);
        try {
            return figures(new Runner(options.build()).run());
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Figure> figures(Collection<RunResult> results) {
        Map<String, Map<String, Double>> pieces = new TreeMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            int method = name.lastIndexOf('.');
            String piece = name.substring(name.lastIndexOf('.', method - 1) + 1, method);
            pieces.computeIfAbsent(piece, key -> new TreeMap<>())
                    .put(name.substring(method + 1), result.getPrimaryResult().getScore());
        }
        List<Figure> figures = new ArrayList<>();
        pieces.forEach((piece, measured) -> {
            Double ours = measured.get("ours");
            Double bare = measured.get("bare");
            if (ours != null && bare != null) {
                figures.add(Figure.of("micro", piece, ours, "ns").beside("ns bare", bare));
            }
        });
        return figures;
    }
}
