package dk.astra.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CprNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010190-1234",
                "Spørg 0101901234.",
                "(311299-0000)",
                "290200-1234",
                "290204–1234",
                "310125 4321",
                "x010190-1234y"
            })
    void findsNumber(String text) {
        assertThat(CprNumber.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "320190-1234",
                "011390-1234",
                "290201-1234",
                "310490-1234",
                "000190-1234",
                "12 34 56 78",
                "12345678",
                "01019012345",
                "5798000123456",
                "2027-04-28",
                "010190-123",
                "uge 17-2027"
            })
    void letsEverythingElsePass(String text) {
        assertThat(CprNumber.isIn(text)).isFalse();
    }
}
