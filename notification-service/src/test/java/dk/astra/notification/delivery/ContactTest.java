package dk.astra.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P11: who is written to in English does not land on Danish pages. */
class ContactTest {

    @ParameterizedTest
    @CsvSource({
        "da,https://tilmelding.example/min/abc,https://tilmelding.example/min/abc",
        "en,https://tilmelding.example/min/abc,https://tilmelding.example/min/abc?lang=en",
        "en,https://tilmelding.example/?network=EUD,https://tilmelding.example/?network=EUD&lang=en"
    })
    void linksToPagesInTheLanguageOfTheMail(String language, String link, String expected) {
        Contact contact = new Contact("r1", "Åse Prøve", "aase@skole.example", language, link, null, null);
        assertThat(contact.linkInTheirLanguage()).isEqualTo(expected);
    }
}
