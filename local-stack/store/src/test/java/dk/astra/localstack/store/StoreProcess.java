package dk.astra.localstack.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A store in a JVM of its own, which a test may kill. */
final class StoreProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private StoreProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static StoreProcess durable(Path file) {
        return start(LocalStore.class, "--port", "0", "--file", file.toString());
    }

    static StoreProcess withoutGroupCommit(Path file) {
        return start(StoreOfAnotherRhythm.class, file.toString(), "behind", "PT10S");
    }

    static StoreProcess withManyCheckpoints(Path file) {
        return start(StoreOfAnotherRhythm.class, file.toString(), "group", "PT0.03S");
    }

    static Process launch(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoreProcess start(Class<?> main, String... arguments) {
        Process process = launch(main, arguments);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        int port = out.lines()
                .filter(line -> line.startsWith("READY port="))
                .mapToInt(line -> Integer.parseInt(line.substring("READY port=".length())))
                .findFirst()
                .orElseThrow();
        return new StoreProcess(process, port);
    }

    String connectionString() {
        return "mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=2000";
    }

    void kill() {
        process.destroyForcibly();
        waitFor();
    }

    void terminate() {
        process.destroy();
        waitFor();
    }

    private void waitFor() {
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the store is still running");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
