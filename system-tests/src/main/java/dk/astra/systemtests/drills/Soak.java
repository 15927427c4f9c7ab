package dk.astra.systemtests.drills;

import dk.astra.localstack.launcher.LocalStack;
import dk.astra.systemtests.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Nothing but traffic, for long; memory, threads, files and data of every process before and after. */
final class Soak implements Drill {

    private static final int MORE_THREADS = 60;
    private static final int MORE_FILES = 150;

    private final Duration length;

    Soak(Duration length) {
        this.length = length;
    }

    private record Use(long megabytes, long threads, long files) {}

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String promise() {
        return "After long steady traffic no process holds more threads or files, and nothing is lost or doubled.";
    }

    @Override
    public Finding run(Ground given) throws Exception {
        Ground ground = given.at(given.pace().lasting(length, Duration.ofSeconds(10)));
        Stack stack = ground.stack();
        Trial trial = Trial.begin(ground);
        trial.let(length.dividedBy(10));
        Map<String, Use> before = uses(stack);
        long storeBefore = megabytes(stack.data().resolve("store"));
        long brokerBefore = megabytes(stack.data().resolve("broker"));
        trial.let(length);
        Map<String, Use> after = uses(stack);
        long storeAfter = megabytes(stack.data().resolve("store"));
        long brokerAfter = megabytes(stack.data().resolve("broker"));
        trial.end();
        ground.say(String.format("%-24s %16s %14s %14s", "process", "memory MB", "threads", "files"));
        before.forEach((name, use) -> {
            Use then = after.getOrDefault(name, use);
            ground.say(String.format(
                    Locale.ROOT,
                    "%-24s %7d → %6d %6d → %5d %6d → %5d",
                    name,
                    use.megabytes(),
                    then.megabytes(),
                    use.threads(),
                    then.threads(),
                    use.files(),
                    then.files()));
        });
        Finding finding = trial.finding(
                this,
                "%d min at %d/s, 99 of 100 within %s; store %d → %d MB, broker %d → %d MB; %s"
                        .formatted(
                                length.toMinutes(),
                                ground.pace().rate(),
                                Trial.seconds(trial.load().attempts().percentile(0.99)),
                                storeBefore,
                                storeAfter,
                                brokerBefore,
                                brokerAfter,
                                memory(before, after)));
        for (Map.Entry<String, Use> each : before.entrySet()) {
            Use then = after.getOrDefault(each.getKey(), each.getValue());
            finding = finding.expecting(
                            then.threads() <= each.getValue().threads() + MORE_THREADS,
                            each.getKey() + " holds more threads: " + then.threads())
                    .expecting(
                            then.files() <= each.getValue().files() + MORE_FILES,
                            each.getKey() + " holds more files: " + then.files());
        }
        return finding;
    }

    private static String memory(Map<String, Use> before, Map<String, Use> after) {
        StringBuilder text = new StringBuilder("memory in MB:");
        before.forEach((name, use) -> text.append(String.format(
                Locale.ROOT,
                " %s %d → %d,",
                name,
                use.megabytes(),
                after.getOrDefault(name, use).megabytes())));
        return text.substring(0, text.length() - 1);
    }

    private static Map<String, Use> uses(Stack stack) throws IOException {
        Map<String, Use> uses = new LinkedHashMap<>();
        for (String name : LocalStack.names()) {
            Path process = Path.of("/proc/" + stack.process(name).pid());
            uses.put(
                    name,
                    new Use(
                            stack.process(name).residentBytes().orElse(0) >> 20,
                            count(process.resolve("task")),
                            count(process.resolve("fd"))));
        }
        return uses;
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static long megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(Soak::size).sum() >> 20;
        } catch (UncheckedIOException gone) {
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
