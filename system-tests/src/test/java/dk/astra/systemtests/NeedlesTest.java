package dk.astra.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedlesTest {

    private final Needles needles =
            new Needles(List.of("Åsefride Zobaaaa Kløvermark", "zobaaaa.1@skole1.example", "Ja"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"Åsefride Zobaaaa Kløvermark\"}",
                "{\"name\":\"\\u00c5sefride Zobaaaa Kl\\u00f8vermark\"}",
                "GET /?q=%C3%85sefride+Zobaaaa+Kl%C3%B8vermark",
                "to=<zobaaaa.1@skole1.example>",
                "zobaaaa.1%40skole1.example"
            })
    void findsATextInEverySpelling(String haystack) {
        assertThat(needles.in(haystack)).hasSize(1);
    }

    @Test
    void findsLatin1() {
        assertThat(needles.in("xÅsefride Zobaaaa Kløvermark".getBytes(StandardCharsets.ISO_8859_1)))
                .hasSize(1);
    }

    @Test
    void findsNothingInOtherTexts() {
        assertThat(needles.in("Ja, Åsefride Zobaaab Kløvermark og zobaaaa.1@skole2.example"))
                .isEmpty();
    }

    @Test
    void findsATextAcrossTheEdgeOfABuffer(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("big");
        for (int before : List.of((1 << 20) - 10, (1 << 20) - 1, 1 << 20, 2_500_000)) {
            Files.writeString(file, "x".repeat(before) + "zobaaaa.1@skole1.example" + "y".repeat(100));
            assertThat(needles.in(file)).containsExactly("zobaaaa.1@skole1.example");
        }
    }

    @Test
    void readsAnEmptyFile(@TempDir Path folder) throws IOException {
        assertThat(needles.in(Files.createFile(folder.resolve("empty")))).isEmpty();
    }
}
