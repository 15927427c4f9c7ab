package dk.astra.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an earlier run left in its folder: everything goes but the unpacked programs and their start caches. */
record Remains(Path folder) {

    private static final Set<String> KEPT = Set.of("apps", "aot");

    static Remains of(Path folder) {
        return new Remains(folder);
    }

    void clear() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(file -> !file.equals(folder))
                    .filter(file ->
                            !KEPT.contains(folder.relativize(file).getName(0).toString()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path file : all) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
