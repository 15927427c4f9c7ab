package dk.astra.testsupport.embedded;

import dk.astra.testsupport.Broker;
import java.nio.file.Path;
import java.util.List;

/** local-broker as a child process: a real Kafka broker with its log in a temporary folder. */
final class EmbeddedBroker implements Broker {

    private final int port = LocalStackJars.freePort();
    private final ChildProcess child;

    private EmbeddedBroker() {
        Path data = TemporaryFolder.named("broker");
        child = ChildProcess.start(
                LocalStackJars.jar("broker"),
                List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1"),
                List.of(
                        "--port",
                        Integer.toString(port),
                        "--controller-port",
                        Integer.toString(LocalStackJars.freePort()),
                        "--data",
                        data.toString()));
    }

    static Broker start() {
        return new EmbeddedBroker();
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void kill9() {
        child.kill9();
    }

    @Override
    public void restart() {
        child.restart();
    }

    @Override
    public void pause() {
        child.pause();
    }

    @Override
    public void resume() {
        child.resume();
    }
}
