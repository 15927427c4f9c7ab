package dk.astra.benchmarks.platform;

import dk.astra.benchmarks.load.HttpConnection;
import dk.astra.benchmarks.reference.ReferenceApplication;
import dk.astra.testsupport.embedded.LocalStackJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The references as a process of their own. */
public final class ReferenceProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private ReferenceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** With the options of the running process, so that both are compiled and collected alike. */
    static ReferenceProcess start(Platform platform, long likePid) {
        int port = LocalStackJars.freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options(likePid));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ReferenceApplication.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(platform.data().resolve("reference.log").toFile());
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("REFERENCE_STORE", platform.mongo("reference"));
        try {
            ReferenceProcess started = new ReferenceProcess(builder.start(), port);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            started.awaitReady();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> options(long pid) {
        try {
            String[] words = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.UTF_8)
                    .split("\0");
            return Arrays.stream(words)
                    .filter(word -> word.startsWith("-X") && !word.startsWith("-XX:AOT")
                            || word.startsWith("-D")
                            || word.startsWith("--"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        byte[] question = HttpConnection.get("/");
        long end = System.nanoTime() + 60_000_000_000L;
        try (HttpConnection connection = new HttpConnection(port)) {
            while (connection.exchange(question).status() == 0) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("the reference did not start; see reference.log");
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
