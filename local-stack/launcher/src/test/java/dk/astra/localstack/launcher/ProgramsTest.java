package dk.astra.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @TempDir
    Path folder;

    private Layout layout;
    private Path jar;

    @BeforeEach
    void build() throws Exception {
        layout = Layout.of(folder.resolve("repository"), folder.resolve("data"));
        layout.prepare();
        jar = layout.jar(Part.STORE);
        Files.createDirectories(jar.resolveSibling("lib"));
        Files.writeString(jar, "first");
        Files.writeString(jar.resolveSibling("lib/a.jar"), "library");
    }

    @Test
    void copiesAProgramAndKnowsItByItsContent() throws Exception {
        Programs.Program first = new Programs(layout).install(Part.STORE);
        assertThat(first.jar()).hasContent("first");
        assertThat(first.jar().resolveSibling("lib/a.jar")).hasContent("library");
        assertThat(new Programs(layout).install(Part.STORE)).isEqualTo(first);
    }

    /** Reproducible builds give every jar the same date, and often the same size. */
    @Test
    void noticesAChangeOfTheSameSizeAndDate() throws Exception {
        Programs.Program first = new Programs(layout).install(Part.STORE);
        FileTime date = Files.getLastModifiedTime(jar);
        Files.writeString(jar, "other");
        Files.setLastModifiedTime(jar, date);

        Programs.Program second = new Programs(layout).install(Part.STORE);

        assertThat(second.jar()).hasContent("other");
        assertThat(second.checksum()).isNotEqualTo(first.checksum());
    }

    @Test
    void saysThatAProgramIsNotBuilt() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new Programs(layout).install(Part.PORTAL))
                .withMessageContaining("portal is not built")
                .withMessageContaining("./tilmelding up builds it");
    }

    @Test
    void cacheIsGoodForOneBuildOfOneProgramOnly() throws Exception {
        StartCaches caches = new StartCaches(layout);
        assertThat(caches.isMissing(Part.STORE, "0123456789abcdef")).isTrue();
        Files.createFile(caches.file(Part.STORE, "0123456789abcdef"));
        assertThat(caches.isMissing(Part.STORE, "0123456789abcdef")).isFalse();
        assertThat(caches.isMissing(Part.STORE, "fedcba9876543210")).isTrue();
        assertThat(caches.isMissing(Part.BROKER, "0123456789abcdef")).isTrue();
    }
}
