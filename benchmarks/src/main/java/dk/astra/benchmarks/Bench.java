package dk.astra.benchmarks;

import dk.astra.benchmarks.platform.Platform;
import dk.astra.benchmarks.report.Figure;
import dk.astra.benchmarks.report.Report;
import dk.astra.benchmarks.scenarios.CancelStorm;
import dk.astra.benchmarks.scenarios.Effort;
import dk.astra.benchmarks.scenarios.Growth;
import dk.astra.benchmarks.scenarios.MailDelay;
import dk.astra.benchmarks.scenarios.Micro;
import dk.astra.benchmarks.scenarios.OneMeeting;
import dk.astra.benchmarks.scenarios.Pages;
import dk.astra.benchmarks.scenarios.RegisterSpread;
import dk.astra.benchmarks.scenarios.Replay;
import dk.astra.benchmarks.scenarios.Scenario;
import dk.astra.benchmarks.scenarios.Starts;
import dk.astra.testsupport.embedded.LocalStackJars;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code ./tilmelding bench [NAME…] [--quick]}: measures, prints one table, writes it as JSON and as a chart. */
public final class Bench {

    private static final List<Scenario> SCENARIOS = List.of(
            new RegisterSpread(),
            new OneMeeting(),
            new CancelStorm(),
            new Pages(),
            new MailDelay(),
            new Replay(),
            new Growth(),
            new Starts(),
            new Micro());

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        List<String> names =
                Arrays.stream(arguments).filter(word -> !word.startsWith("--")).toList();
        List<Scenario> chosen = SCENARIOS.stream()
                .filter(scenario -> names.isEmpty() || names.contains(scenario.name()))
                .toList();
        List<String> options =
                Arrays.stream(arguments).filter(word -> word.startsWith("--")).toList();
        if (chosen.size() < names.size() || !List.of("--quick").containsAll(options)) {
            System.err.println("Usage: ./tilmelding bench [NAME…] [--quick]\n" + usage());
            return 2;
        }
        Effort effort = options.contains("--quick") ? Effort.quick(Bench::tell) : Effort.full(Bench::tell);
        List<Figure> figures = new ArrayList<>();
        Instant begin = Instant.now();
        for (Scenario scenario : chosen) {
            tell(scenario.name() + ": " + scenario.question());
            try (Platform platform = Platform.empty()) {
                figures.addAll(scenario.run(platform, effort));
            }
        }
        Report report = new Report(machine(), figures);
        Path folder = LocalStackJars.root().resolve("target/bench");
        report.writeTo(folder);
        System.out.println();
        System.out.println(report.table());
        System.out.printf(
                "%d min. As JSON and as a chart: %s/bench.json, bench.svg%n",
                Duration.between(begin, Instant.now()).toMinutes(), folder);
        return 0;
    }

    private static String usage() {
        return SCENARIOS.stream()
                .map(scenario -> "  %-10s %s".formatted(scenario.name(), scenario.question()))
                .collect(Collectors.joining("\n"));
    }

    private static void tell(String line) {
        System.err.println("  " + line);
    }

    private static Map<String, String> machine() {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        machine.put("java", System.getProperty("java.runtime.version"));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("at", Instant.now().toString());
        return machine;
    }
}
