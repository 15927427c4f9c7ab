package dk.astra.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void readsFromTheMomentItWasOpened() throws Exception {
        Path file = Files.writeString(folder.resolve("a.log"), "READY port=1\n");
        LogFile log = LogFile.now(file);
        assertThat(log.saysReady()).as("an earlier start does not count").isFalse();
        Files.writeString(file, "one\ntwo\nREADY port=1\n", StandardOpenOption.APPEND);
        assertThat(log.saysReady()).isTrue();
        assertThat(log.lastLines()).containsExactly("one", "two", "READY port=1");
    }

    @Test
    void showsStructuredLinesAsText() {
        assertThat(
                        LogFile.readable(
                                "{\"log\":{\"level\":\"ERROR\"},\"message\":\"It failed\",\"error\":{\"message\":\"no store\"}}"))
                .isEqualTo("ERROR It failed — no store");
        assertThat(LogFile.readable("{broken")).isEqualTo("{broken");
    }
}
