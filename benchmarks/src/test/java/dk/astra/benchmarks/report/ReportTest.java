package dk.astra.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private final Figure slow = Figure.of("register", "spread", 100, "/s")
            .beside("/s inserted (b)", 400)
            .aiming(Target.ratioAtLeast(0.5));
    private final Figure fast = Figure.of("mail", "p99", 80, "ms").aiming(Target.atMost(1_000));
    private final Report report = new Report(Map.of("cores", "2"), List.of(slow, fast));

    @Test
    void tellsWhatWasMissedAndWhatWasMet() {
        assertThat(slow.isMet()).isFalse();
        assertThat(fast.isMet()).isTrue();
        assertThat(Figure.of("x", "y", 1, "s").isMet()).isNull();
        assertThat(report.table().lines().toList().get(2))
                .contains("0.25 ×")
                .contains("≥ 0.50 ×")
                .contains("MISSED");
        assertThat(report.table().lines().toList().get(3)).contains("80 ms").contains("met");
    }

    @Test
    void writesTheSameAsJsonAndAsAChart(@TempDir Path folder) throws Exception {
        report.writeTo(folder);
        JsonNode figure = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("bench.json")))
                .path("figures")
                .path(0);
        assertThat(figure.path("ratio").asDouble()).isEqualTo(0.25);
        assertThat(figure.path("met").asBoolean(true)).isFalse();
        assertThat(Files.readString(folder.resolve("bench.svg")))
                .contains("register: spread")
                .contains("0.25 × missed")
                .doesNotContain("mail: p99");
    }
}
