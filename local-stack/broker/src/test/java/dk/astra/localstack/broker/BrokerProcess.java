package dk.astra.localstack.broker;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged broker as a child process that can be killed. */
final class BrokerProcess {

    private final Path data;
    private final int port;
    private final int controllerPort;
    private final Path log;
    private Process process;

    BrokerProcess(Path data) throws IOException {
        this(data, freePort(), freePort());
    }

    BrokerProcess(Path data, int port, int controllerPort) {
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
        this.log = data.resolveSibling(data.getFileName() + ".log");
    }

    int port() {
        return port;
    }

    BrokerProcess launch() throws IOException {
        Files.deleteIfExists(log);
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-jar",
                        "target/local-broker.jar",
                        "--port",
                        String.valueOf(port),
                        "--controller-port",
                        String.valueOf(controllerPort),
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return this;
    }

    BrokerProcess start() throws IOException {
        launch();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> said().contains("READY port=") || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("broker did not start: " + said());
        }
        return this;
    }

    void kill9() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("broker still runs");
        }
        return process.exitValue();
    }

    String said() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
