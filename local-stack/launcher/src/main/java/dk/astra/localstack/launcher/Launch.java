package dk.astra.localstack.launcher;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One start of one process: from the built program to the moment it serves. */
record Launch(Layout layout, Ports ports, Part part, String name, int port) {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final long POLL_MILLIS = 100;

    /** Returns when the process is ready; {@code begun} is told before that. */
    StackState.Entry run(Map<String, String> variables, Readiness readiness, Consumer<StackState.Entry> begun) {
        Programs.Program program = new Programs(layout).install(part);
        List<String> command = new JavaCommand(layout, ports)
                .of(part, program.jar(), new StartCaches(layout).options(part, program.checksum()));
        try {
            LogFile log = LogFile.now(layout.log(name));
            long begin = System.nanoTime();
            Instant startedAt = Instant.now();
            Process process = process(command, variables, log);
            begun.accept(entry(process, startedAt, Duration.ZERO));
            awaitReady(process, log, readiness);
            return entry(process, startedAt, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException e) {
            throw new CannotStart(name + " could not be run (" + e.getMessage() + ").", "See " + layout.log(name));
        }
    }

    private Process process(List<String> command, Map<String, String> variables, LogFile log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(layout.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        if (part.isService()) {
            builder.environment().putAll(new ServiceEnvironment(layout, ports).of(part, port));
        }
        builder.environment().putAll(variables);
        return builder.start();
    }

    private StackState.Entry entry(Process process, Instant startedAt, Duration readyAfter) {
        return new StackState.Entry(
                name,
                part.label(),
                process.pid(),
                StackProcess.beganAt(process.toHandle()),
                port,
                startedAt,
                readyAfter.toMillis(),
                layout.log(name).toString());
    }

    private void awaitReady(Process process, LogFile log, Readiness readiness) {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        try {
            while (!(part.isService() ? readiness.answers(part, port) : log.saysReady())) {
                if (!process.isAlive()) {
                    throw new CannotStart(
                            name + " stopped while it started (exit code " + process.exitValue() + ").",
                            "The whole log is in " + log.file() + ".",
                            log.lastLines());
                }
                if (System.nanoTime() > end) {
                    process.destroyForcibly();
                    throw new CannotStart(
                            name + " was not ready within " + READY_WITHIN.toMinutes() + " minutes.",
                            "The machine may be too busy; the whole log is in " + log.file() + ".",
                            log.lastLines());
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new CannotStart("The start of " + name + " was interrupted.", "Start again.");
        }
    }
}
