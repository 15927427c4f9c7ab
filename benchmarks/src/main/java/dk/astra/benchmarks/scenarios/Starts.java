package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.platform.Platform;
import dk.astra.benchmarks.report.Figure;
import dk.astra.benchmarks.report.Target;
import dk.astra.localstack.launcher.Launcher;
import dk.astra.localstack.launcher.LocalStack;
import dk.astra.localstack.launcher.StackProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** How long each process takes to start and how much memory it rests on, with and without a start cache. */
public final class Starts implements Scenario {

    private static final long REST_NANOS = 30_000_000_000L;
    private static final List<String> SERVICES =
            List.of("event-service", Platform.REGISTRATION, "notification-service", "reporting-service", "portal");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String question() {
        return "How long does each service take to start, and how much memory does it rest on?";
    }

    @Override
    public List<Figure> run(Platform platform, Effort effort) {
        LocalStack stack = platform.stack();
        for (String service : SERVICES) {
            stack.environment(service, Map.of("_JAVA_OPTIONS", "-XX:AOTMode=off"));
        }
        double uncached = all(stack);
        List<Double> uncachedEach = each(stack);
        stack.stopAll();
        for (String service : SERVICES) {
            stack.environment(service, Map.of());
        }
        stack.startAll();
        effort.say("writing the start caches");
        train(platform);
        stack.stopAll();
        double cached = all(stack);
        List<Double> cachedEach = each(stack);
        effort.say("all ready after %.1f s, without start caches %.1f s", cached, uncached);
        LockSupport.parkNanos(effort.quick() ? 1 : REST_NANOS);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(name(), "everything ready, second start", cached, "s")
                .beside("s without start caches", uncached)
                .aiming(Target.atMost(20)));
        for (int i = 0; i < SERVICES.size(); i++) {
            figures.add(Figure.of(name(), SERVICES.get(i) + " ready", cachedEach.get(i), "s")
                    .beside("s without start cache", uncachedEach.get(i)));
        }
        for (String service : SERVICES) {
            figures.add(Figure.of(name(), service + " at rest", resident(stack.process(service)), "MiB")
                    .aiming(Target.atMost(250)));
        }
        return figures;
    }

    private static double all(LocalStack stack) {
        long begin = System.nanoTime();
        stack.startAll();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static List<Double> each(LocalStack stack) {
        return SERVICES.stream()
                .map(service -> stack.process(service).readyAfter().toMillis() / 1000.0)
                .toList();
    }

    private static double resident(StackProcess process) {
        return process.residentBytes().orElse(0) / 1048576.0;
    }

    /** As {@code ./tilmelding train} does it. */
    private static void train(Platform platform) {
        try {
            int result = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx96m",
                            "-Dtilmelding.root=" + System.getProperty("tilmelding.root"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Launcher.class.getName(),
                            "train",
                            "--data",
                            platform.data().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(platform.data().resolve("train.log").toFile())
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException("the start caches were not written; see train.log");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
