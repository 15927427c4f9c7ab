package dk.astra.event.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "Århus, Aarhus",
        "A\u030Arhus, Aarhus",
        "ÆBLE, aeble",
        "Sorø, Soroe",
        "Café, cafe",
        "Faaborg-Midtfyn, faaborg midtfyn",
        "Jönköping, joenkoeping",
        "I-I, i i"
    })
    void isTheSame(String one, String other) {
        assertThat(FoldedText.of(one)).isEqualTo(FoldedText.of(other));
    }

    @Test
    void keepsWordsApart() {
        assertThat(FoldedText.words("  Øst \t og-vest ")).containsExactly("oest", "og", "vest");
        assertThat(FoldedText.words(" ")).isEmpty();
    }
}
