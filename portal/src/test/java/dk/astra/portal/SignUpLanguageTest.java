package dk.astra.portal;

import static dk.astra.portal.Samples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The reader may change language in the middle of a sign-up. */
class SignUpLanguageTest extends WithStubs {

    private static final String FORM = "/arrangementer/m1/tilmelding";
    private static final String ENGLISH = ".languages button[lang=en]";
    private static final String DANISH = ".languages button[lang=da]";

    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("name", "Åse Prøve");
        answers.put("email", "aase@skole.example");
        answers.put("municipalityCode", "0851");
        answers.put("comment", "Ingen mælk");
        return answers;
    }

    @Test
    void keepsWhatIsTypedButNotYetSent() {
        Map<String, String> half = Map.of("name", "Åse", "email", "ikke færdig");

        PortalPages.Page english = reader.press(reader.get(FORM), ENGLISH, half);

        assertThat(english.status()).isEqualTo(200);
        assertThat(english.document().select("html").attr("lang")).isEqualTo("en");
        assertThat(english.document().select("#name").val()).isEqualTo("Åse");
        assertThat(english.document().select("#email").val()).isEqualTo("ikke færdig");
        assertThat(english.document().select("[data-module=error-summary]"))
                .as("nobody asked for a check")
                .isEmpty();
        assertThat(reader.press(english, DANISH, Map.of())
                        .document()
                        .select("#name")
                        .val())
                .isEqualTo("Åse");
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void saysTheErrorsInTheOtherLanguage() {
        PortalPages.Page wrong = reader.submit(reader.get(FORM), Map.of("email", "forkert"), "tjek");

        PortalPages.Page english = reader.press(wrong, ENGLISH, Map.of());

        assertThat(english.status()).isEqualTo(400);
        assertThat(english.text()).contains("Enter your name");
        assertThat(english.document().select("#email").val()).isEqualTo("forkert");
    }

    @Test
    void checksTheSameAnswersInTheOtherLanguageAndWritesInIt() {
        services.on("POST /api/registrations", 201, seat());
        PortalPages.Page check = reader.submit(reader.get(FORM), answers(), "tjek");

        PortalPages.Page english = reader.press(check, ENGLISH, Map.of());
        assertThat(english.h1()).isEqualTo("Check your answers");
        assertThat(english.text()).contains("Åse Prøve", "Ingen mælk", "We write to you in English.");
        assertThat(services.changes()).isEmpty();

        assertThat(reader.submit(english, Map.of(), "send").h1()).isEqualTo("You are registered");
        assertThat(services.calls("POST /api/registrations").getFirst().body()).contains("\"language\":\"en\"");
    }

    @Test
    void staysWhereARegistrationWaitsAndSendsNothing() {
        services.on("POST /api/registrations", 503, "{}");
        PortalPages.Page away = reader.submit(reader.submit(reader.get(FORM), answers(), "tjek"), Map.of(), "send");

        PortalPages.Page english = reader.press(away, ENGLISH, Map.of());

        assertThat(english.status()).isEqualTo(200);
        assertThat(english.text()).contains("Your answers are not lost", "Submit registration again");
        assertThat(english.document().select("main input[name=comment]").val()).isEqualTo("Ingen mælk");
        assertThat(services.calls("POST /api/registrations")).hasSize(1);
    }

    /** Of all buttons of a form the first one on the page is the one that the Enter key presses. */
    @Test
    void isNotChangedByTheEnterKey() {
        PortalPages.Page form = reader.get(FORM);
        PortalPages.Page check = reader.submit(form, answers(), "tjek");
        services.on("POST /api/registrations", 503, "{}");
        PortalPages.Page away = reader.submit(check, Map.of(), "send");

        assertThat(enter(form)).isEqualTo("tjek");
        assertThat(enter(check)).isEqualTo("send");
        assertThat(enter(away)).isEqualTo("send");
    }

    private static String enter(PortalPages.Page page) {
        List<Element> buttons = page.document().select("button[form=svar], #svar button[type=submit]");
        assertThat(buttons.getFirst().hasAttr("formaction")).isFalse();
        return buttons.getFirst().val();
    }

    @Test
    void isALinkWhereNothingCanBeTyped() {
        for (String path : List.of("/", "/arrangementer/m1", "/was", "/arrangementer/m1/kvittering")) {
            PortalPages.Page page = reader.get(path);
            assertThat(page.document().select(".languages button")).as(path).isEmpty();
            assertThat(page.document().select(".languages a")).as(path).hasSize(2);
        }
    }
}
