package dk.astra.localstack.launcher;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The caches of loaded and linked classes (JEP 483, 514) that cut the start of a process to a third. They are written by
 * a training run of their own, see {@link Training}; a cache is good for one build of a program, one Java and one set of
 * options, and all three are in its name.
 */
record StartCaches(Layout layout) {

    private static final Duration TRAINING_AT_MOST = Duration.ofMinutes(5);

    // a cache that does not fit is left aside by the virtual machine; its remarks are nothing the reader can act on
    private static final String QUIET = "-Xlog:aot*=error";

    Path file(Part part, String checksum) {
        int machine = (System.getProperty("java.vm.version") + JavaCommand.machine(part)).hashCode();
        return layout.caches().resolve(part.label() + "-" + checksum + "-" + Integer.toHexString(machine) + ".aot");
    }

    List<String> options(Part part, String checksum) {
        Path file = file(part, checksum);
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file, QUIET) : List.of();
    }

    boolean isMissing(Part part, String checksum) {
        return !Files.exists(file(part, checksum));
    }

    /** Runs the program once, beside the stack and without touching it, to learn what it loads. */
    void write(Part part, Programs.Program program, ServiceEnvironment environment, Path log)
            throws IOException, InterruptedException {
        Path cache = file(part, program.checksum());
        Path unfinished = cache.resolveSibling(cache.getFileName() + ".part");
        Path scratch = Files.createTempDirectory(layout.data().resolve("run"), "training-");
        List<String> command = new ArrayList<>(List.of(JavaCommand.JAVA.toString()));
        command.addAll(JavaCommand.machine(part));
        command.add("-XX:AOTCacheOutput=" + unfinished);
        if (part.isService()) {
            // ends when everything is wired, before it serves or reads a stream
            command.add("-Dspring.context.exit=onRefresh");
        }
        command.add("-jar");
        command.add(program.jar().toString());
        command.addAll(JavaCommand.arguments(part, scratch, freePorts(part)));
        ProcessBuilder run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (part.isService()) {
            run.environment().putAll(environment.of(part, environment.ports().of(part)));
        }
        LogFile said = LogFile.now(log);
        Process process = run.start();
        try {
            boolean over =
                    await(part, process, said) && process.waitFor(TRAINING_AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
            if (over && Files.exists(unfinished)) {
                Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                deleteOthers(part, cache);
            }
        } finally {
            process.destroyForcibly();
            delete(scratch);
            Files.deleteIfExists(unfinished);
            Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + ".config"));
        }
    }

    private static boolean await(Part part, Process process, LogFile said) throws InterruptedException {
        if (part.isService()) {
            return true;
        }
        long end = System.nanoTime() + TRAINING_AT_MOST.toNanos();
        while (!said.saysReady()) {
            if (System.nanoTime() > end || process.waitFor(200, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        process.destroy();
        return true;
    }

    private static Ports freePorts(Part part) throws IOException {
        for (int offset = 20_011; offset < 30_000; offset += 97) {
            Ports ports = new Ports(offset);
            boolean free = true;
            for (int index = 0; index < part.ports().size(); index++) {
                try (ServerSocket probe = new ServerSocket(ports.of(part, index))) {
                    free &= probe.isBound();
                } catch (IOException taken) {
                    free = false;
                }
            }
            if (free) {
                return ports;
            }
        }
        throw new IOException("no free port for the training run");
    }

    private void deleteOthers(Part part, Path kept) throws IOException {
        try (Stream<Path> files = Files.list(layout.caches())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.matches(part.label() + "-[0-9a-f]{16}-.*") && !file.equals(kept)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
