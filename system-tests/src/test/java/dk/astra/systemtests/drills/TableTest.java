package dk.astra.systemtests.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.testsupport.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TableTest {

    private final Drill drill = new PausedBroker();
    private final Finding passed =
            Finding.of(drill, "frozen for 60 s", null).recovered(Duration.ofMillis(1_240), Duration.ofSeconds(12));
    private final Finding failed = passed.expecting(true, "never said").expecting(false, "3 mails are missing");

    @Test
    void showsPromiseOutcomeAndRecovery() {
        String text = new Table(List.of(passed)).text();
        assertThat(text).contains("broker-paused", "1.2 s / 12.0 s", "PASSED").doesNotContain("FAILED");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(160));
    }

    @Test
    void showsWhatBrokeThePromise() {
        assertThat(failed.hasFailed()).isTrue();
        assertThat(new Table(List.of(failed)).markdown())
                .contains("FAILED: 3 mails are missing", "| FAILED |")
                .doesNotContain("never said");
    }

    @Test
    void doesNotCountASkippedDrillAsPassed() {
        Finding skipped = Finding.skipped(drill, "no root here");
        assertThat(skipped.hasPassed()).isFalse();
        assertThat(skipped.hasFailed()).isFalse();
        assertThat(new Table(List.of(skipped)).markdown()).contains("skipped: no root here", "| SKIPPED |");
    }

    @Test
    void wrapsAtSpacesAndBreaksWhatIsTooLong() {
        assertThat(Table.wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(Table.wrap("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    }

    @Test
    void keepsTheFindingsAsJson(@TempDir Path folder) throws IOException {
        new Report(folder).write(List.of(passed, failed), Pace.quickly());
        JsonNode kept = Json.MAPPER.readTree(folder.resolve("drills.json"));
        assertThat(kept.path("quick").asBoolean()).isTrue();
        assertThat(kept.path("findings").path(1).path("complaints").path(0).asString())
                .isEqualTo("3 mails are missing");
        assertThat(Files.readString(folder.resolve("drills.md"))).startsWith("| drill |");
    }
}
