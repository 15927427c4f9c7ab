package dk.astra.portal.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionLinesTest {

    @Test
    void makesIdsOfTheWordsAndKeepsThemApart() {
        assertThat(OptionLines.read("Blå sø | Blue lake\n\n Blå sø! \n2 timer\n???\n!!!", ""))
                .containsExactly(
                        new OptionLines.Option("blaa-soe", "Blå sø", "Blue lake"),
                        new OptionLines.Option("blaa-soe-2", "Blå sø!", ""),
                        new OptionLines.Option("timer", "2 timer", ""),
                        new OptionLines.Option("svar", "???", ""),
                        new OptionLines.Option("svar-2", "!!!", ""));
    }

    @Test
    void keepsTheIdOfWordsThatStay() {
        List<OptionLines.Option> read = OptionLines.read("Vind | Wind\nVand", "a1 Vind\nvand Havet");

        assertThat(read)
                .extracting(OptionLines.Option::id)
                .as("an id that was somebody else's is not used again")
                .containsExactly("a1", "vand-2");
    }

    @Test
    void makesIdsThatEventServiceTakes() {
        assertThat(OptionLines.slug("x".repeat(300), "y", Set.of("x".repeat(36))))
                .matches("[a-z][a-z0-9-]{0,39}");
        assertThat(OptionLines.slug("-1-Æ-", "y", Set.of())).isEqualTo("ae");
        assertThat(OptionLines.slug("日本", "y", Set.of())).isEqualTo("y");
    }
}
