package dk.astra.systemtests.drills;

import dk.astra.testsupport.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keeps the findings of a run as {@code drills.json} and {@code drills.md}. */
record Report(Path folder) {

    void write(List<Finding> findings, Pace pace) throws IOException {
        Files.createDirectories(folder);
        Map<String, Object> all = Map.of(
                "at",
                Instant.now().toString(),
                "java",
                Runtime.version().toString(),
                "processors",
                Runtime.getRuntime().availableProcessors(),
                "rate",
                pace.rate(),
                "faultSeconds",
                pace.fault().toSeconds(),
                "quick",
                pace.quick(),
                "findings",
                findings);
        Files.writeString(
                folder.resolve("drills.json"),
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all));
        Files.writeString(folder.resolve("drills.md"), new Table(findings).markdown());
    }
}
