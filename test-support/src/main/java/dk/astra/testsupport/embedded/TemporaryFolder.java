package dk.astra.testsupport.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that go with the JVM. */
final class TemporaryFolder {

    private TemporaryFolder() {}

    static Path named(String name) {
        try {
            Path folder = Files.createTempDirectory("tilmelding-test-" + name + "-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException e) {
            // a child process that is still ending writes into it; the system sweeps its temporary folder
            return;
        }
    }
}
