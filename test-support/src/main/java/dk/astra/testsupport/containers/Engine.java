package dk.astra.testsupport.containers;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/** The container engine; where none answers, the test that asks is skipped with that reason. */
final class Engine {

    static final String SILENT = "-Dinfra=containers, but no container engine answers on this machine";

    private Engine() {}

    static boolean answers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static <C extends GenericContainer<?>> C started(C container) {
        Assumptions.assumeTrue(answers(), SILENT);
        container.start();
        return container;
    }

    static void pause(GenericContainer<?> container) {
        DockerClientFactory.instance()
                .client()
                .pauseContainerCmd(container.getContainerId())
                .exec();
    }

    static void resume(GenericContainer<?> container) {
        DockerClientFactory.instance()
                .client()
                .unpauseContainerCmd(container.getContainerId())
                .exec();
    }

    /** A killed container comes back on other ports, so that nothing configured once would find it. */
    static void skipKill() {
        Assumptions.abort("a killed container comes back on another port; kill drills run on -Dinfra=embedded");
    }
}
