package dk.astra.localstack.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows every process: whether it serves, where, since when and with how much memory. */
record StatusCommand(LocalStack stack) {

    /** The answer of {@code status --json}. */
    record Status(boolean up, String data, int portOffset, List<Line> processes) {}

    /** One process; {@code state} is UP, STARTING (runs, but does not answer) or DOWN. */
    record Line(
            String name,
            String state,
            @Nullable Long pid,
            int port,
            String url,
            @Nullable Instant startedAt,
            @Nullable Long readyAfterMillis,
            @Nullable Long residentBytes,
            String log) {}

    int run(boolean json) {
        Status status = status();
        if (json) {
            System.out.println(Json.MAPPER.writeValueAsString(status));
        } else {
            print(status);
        }
        return status.up() ? 0 : Launcher.FAILED;
    }

    Status status() {
        List<Line> lines = names().parallel().map(this::line).toList();
        boolean up = lines.stream().allMatch(line -> line.state().equals("UP"));
        return new Status(up, stack.layout().data().toString(), stack.ports().offset(), lines);
    }

    private Stream<String> names() {
        List<String> names = new ArrayList<>(LocalStack.names());
        stack.running().stream()
                .map(StackProcess::name)
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        return names.stream();
    }

    private Line line(String name) {
        StackProcess process = stack.find(name).filter(StackProcess::isAlive).orElse(null);
        if (process == null) {
            return new Line(
                    name,
                    "DOWN",
                    null,
                    stack.ports().of(Part.named(name)),
                    stack.url(name).toString(),
                    null,
                    null,
                    null,
                    stack.log(name).toString());
        }
        OptionalLong resident = process.residentBytes();
        return new Line(
                name,
                stack.answers(process) ? "UP" : "STARTING",
                process.pid(),
                process.port(),
                stack.url(name).toString(),
                process.entry().startedAt(),
                process.entry().readyAfterMillis(),
                resident.isPresent() ? resident.getAsLong() : null,
                process.log().toString());
    }

    private void print(Status status) {
        long total = 0;
        for (Line line : status.processes()) {
            long resident = line.residentBytes() == null ? 0 : line.residentBytes();
            total += resident;
            System.out.println(String.format(
                            Locale.ROOT,
                            "  %-22s %-9s port %-6d %s",
                            line.name(),
                            line.state().toLowerCase(Locale.ROOT),
                            line.port(),
                            line.startedAt() == null
                                    ? ""
                                    : String.format(
                                            Locale.ROOT,
                                            "%4d MB  process %-7d up %s",
                                            resident >> 20,
                                            line.pid(),
                                            since(line.startedAt())))
                    .stripTrailing());
        }
        if (total > 0) {
            System.out.println(String.format(Locale.ROOT, "  %-39s %4d MB", "together", total >> 20));
            new Welcome(stack).print();
        } else {
            System.out.println("Nothing runs. Start it with ./tilmelding up.");
        }
    }

    private static String since(Instant start) {
        Duration up = Duration.between(start, Instant.now());
        return up.toHours() > 0
                ? up.toHours() + " h " + up.toMinutesPart() + " min"
                : up.toMinutes() > 0 ? up.toMinutes() + " min" : up.toSeconds() + " s";
    }
}
