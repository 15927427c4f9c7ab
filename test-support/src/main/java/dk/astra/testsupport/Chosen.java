package dk.astra.testsupport;

import dk.astra.testsupport.containers.ContainerInfrastructure;
import dk.astra.testsupport.embedded.EmbeddedInfrastructure;
import dk.astra.testsupport.external.ExternalInfrastructure;

/** Holds the infrastructure of this JVM. */
final class Chosen {

    static final Infrastructure INFRASTRUCTURE = switch (Infrastructure.kind()) {
        case "embedded" -> new EmbeddedInfrastructure();
        case "containers" -> new ContainerInfrastructure();
        case "external" -> new ExternalInfrastructure();
        default ->
            throw new IllegalArgumentException(
                    "-Dinfra=" + Infrastructure.kind() + ": choose embedded, containers or external");
    };

    private Chosen() {}
}
