package dk.astra.localstack.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the start caches that are missing, one after the other, in a process of its own with the lowest priority once
 * the stack is up: nobody waits for it, {@code down} ends it, and the next {@code up} goes on with what is left.
 */
record Training(LocalStack stack) {

    /** Its process in {@code run/training.json}. */
    record Running(long pid, long pidStartedAt) {}

    /** The parts of the stack that start without a cache. */
    List<Part> missing() {
        List<Part> missing = new ArrayList<>();
        for (StackProcess process : stack.running()) {
            Part part = Part.named(process.entry().part());
            if (!missing.contains(part) && isMissing(part)) {
                missing.add(part);
            }
        }
        return missing;
    }

    private boolean isMissing(Part part) {
        return new StartCaches(stack.layout())
                .isMissing(part, new Programs(stack.layout()).install(part).checksum());
    }

    /** Starts the training in the background. */
    void launch() {
        if (missing().isEmpty() || running().isPresent()) {
            return;
        }
        List<String> command = new ArrayList<>();
        for (String wrapper : List.of("/usr/bin/setsid", "/usr/bin/nice -n 19")) {
            String[] words = wrapper.split(" ");
            if (Path.of(words[0]).toFile().canExecute()) {
                command.addAll(List.of(words));
            }
        }
        command.addAll(List.of(
                JavaCommand.JAVA.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-Dtilmelding.root=" + stack.layout().repository(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "train",
                "--data",
                stack.layout().data().toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            stack.log("training").toFile()))
                    .start();
            Json.write(note(), new Running(process.pid(), StackProcess.beganAt(process.toHandle())));
        } catch (IOException e) {
            System.err.println("The start caches are not written (" + e.getMessage() + "); starts stay slower.");
        }
    }

    /** Writes all that is missing, here and now. */
    void run() throws IOException, InterruptedException {
        try (FileChannel claim = FileChannel.open(
                        stack.layout().data().resolve("run/training.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = claim.tryLock()) {
            if (lock == null) {
                System.out.println("Start caches are being written already.");
                return;
            }
            StartCaches caches = new StartCaches(stack.layout());
            for (Part part : missing()) {
                stack.layout().prepare(); // refuses to fill the disk
                long begin = System.nanoTime();
                caches.write(
                        part, new Programs(stack.layout()).install(part), stack.environment(), stack.log("training"));
                System.out.printf(
                        "%-22s start cache %s after %.1f s%n",
                        part.label(), isMissing(part) ? "NOT written" : "written", (System.nanoTime() - begin) / 1e9);
            }
        }
    }

    Optional<ProcessHandle> running() {
        return Json.read(note(), Running.class)
                .flatMap(known -> ProcessHandle.of(known.pid())
                        .filter(process -> StackProcess.beganAt(process) == known.pidStartedAt())
                        .filter(ProcessHandle::isAlive));
    }

    /** Ends it with the run it is at; what it has written is kept. */
    void stop() {
        @Nullable ProcessHandle process = running().orElse(null);
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        note().toFile().delete();
    }

    private Path note() {
        return stack.layout().data().resolve("run/training.json");
    }
}
