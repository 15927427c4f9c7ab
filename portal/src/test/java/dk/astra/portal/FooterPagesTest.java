package dk.astra.portal;

import static dk.astra.portal.Samples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the footer leads to exists in both languages and is true. */
class FooterPagesTest extends WithStubs {

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void areLinkedFromEveryPageAndNotEmpty(String language) {
        PortalPages.Page front = reader.get("/?lang=" + language);
        List<String> links = front.document().select("footer a").eachAttr("href");
        assertThat(links).containsExactly("/was", "/privatliv", "/cookies");
        for (String link : links) {
            PortalPages.Page page = reader.get(link);
            assertThat(page.document().select("html").attr("lang")).as(link).isEqualTo(language);
            assertThat(page.document().select(".prose h2")).as(link).isNotEmpty();
        }
    }

    @Test
    void saySameThingInBothLanguages() {
        for (String page : List.of("/was", "/privatliv", "/cookies")) {
            List<String> danish = shape(page + "?lang=da");
            assertThat(shape(page + "?lang=en")).as(page).isEqualTo(danish);
        }
    }

    private List<String> shape(String path) {
        return reader.get(path).document().select(".prose").select("p, h2, li, dt, dd").stream()
                .map(Element::tagName)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void theStatementNamesAWrittenContactAndATelephone(String language) {
        PortalPages.Page statement = reader.get("/was?lang=" + language);

        assertThat(statement.document().select(".prose li")).hasSize(2);
        assertThat(statement.text()).contains(language.equals("en") ? "contact mailbox" : "kontaktpost");
        assertThat(statement.text()).contains(language.equals("en") ? "telephone" : "Telefonnummeret");
        assertThat(statement.text()).contains("2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void theCookiePageNamesEveryCookieThatWeSetAndNoOther(String language) {
        services.on("POST /api/registrations", 201, seat());
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("name", "Åse Prøve");
        answers.put("email", "aase@skole.example");
        answers.put("municipalityCode", "0851");
        reader.submit(reader.submit(reader.get("/arrangementer/m1/tilmelding"), answers, "tjek"), Map.of(), "send");
        signIn.signsIn("ORGANISER");
        reader.get("/intern/arrangementer");
        PortalPages.Page page = reader.get("/cookies?lang=" + language);

        assertThat(page.document().select(".prose dt").eachText())
                .containsExactlyInAnyOrderElementsOf(reader.cookies().stream()
                        .map(HttpCookie::getName)
                        .distinct()
                        .toList());
        for (HttpCookie cookie : reader.cookies()) {
            assertThat(cookie.isHttpOnly()).as(cookie.getName()).isTrue();
            assertThat(cookie.getMaxAge()).as(cookie.getName()).isEqualTo(life(cookie.getName()));
        }
    }

    /** As the page says: a year, half an hour, until the browser is closed. */
    private static long life(String cookie) {
        return switch (cookie) {
            case "sprog" -> 365 * 24 * 60 * 60;
            case "kvittering" -> 30 * 60;
            default -> -1;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void thePrivacyPageNamesWhatIsStored(String language) {
        String stored = language.equals("en")
                ? "name, e-mail, job title, role, school, municipality, comment, language, letters, IP address, Agency"
                : "navn, e-mail, stilling, rolle, skole, kommune, bemærkning, sprog, breve, IP-adresse, Datatilsynet";

        assertThat(reader.get("/privatliv?lang=" + language).text()).contains(List.of(stored.split(", ")));
    }
}
