package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.mine;
import static dk.astra.portal.Samples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other sites show in a frame: to read, without cookies; every other page cannot be framed. */
class FramedPagesTest extends WithStubs {

    private static final List<String> FRAMED = List.of(
            "/indlejret/arrangementer",
            "/indlejret/arrangementer?network=EUD&lang=en",
            "/indlejret/arrangementer/m1",
            "/indlejret/arrangementer/findes-ikke");

    private static final List<String> OTHERS = List.of(
            "/",
            "/?via=widget",
            "/kalender",
            "/arrangementer/m1",
            "/arrangementer/m1?via=widget",
            "/arrangementer/m1/tilmelding",
            "/arrangementer/m1/tilmelding?via=widget",
            "/arrangementer/m1/kvittering",
            "/min/" + TOKEN,
            "/min/" + TOKEN + "/afmeld",
            "/min/" + TOKEN + "/ret",
            "/mine-links",
            "/institutioner?q=",
            "/was",
            "/privatliv",
            "/cookies",
            "/widget.js",
            "/framed.js",
            "/findes-ikke",
            "/indlejretx",
            "/intern/arrangementer",
            "/intern/arrangementer/m1");

    @BeforeEach
    void everythingIsThere() {
        signIn.signsIn("ORGANISER");
        services.on("GET /api/meetings/m3", meeting("m3", "Netværksmøde", "CANCELLED", START))
                .on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on("GET /api/meetings/m1/registrations", items())
                .on("POST /api/registrations", 201, seat());
    }

    private static String ancestors(PortalPages.Page page) {
        String policy = page.header("Content-Security-Policy");
        return policy.replaceAll(".*frame-ancestors ([^;]*).*", "$1").strip();
    }

    @Test
    void areTheOnlyOnesThatMayStandInAFrame() {
        for (String path : FRAMED) {
            PortalPages.Page page = reader.get(path);
            assertThat(ancestors(page)).as(path).isEqualTo("*");
            assertThat(page.header("X-Frame-Options")).as(path).isEmpty();
        }
        for (String path : OTHERS) {
            PortalPages.Page page = reader.get(path);
            assertThat(ancestors(page)).as(path).isEqualTo("'none'");
            assertThat(page.header("X-Frame-Options")).as(path).isEqualTo("DENY");
        }
    }

    @Test
    void areStrictInEverythingElse() {
        for (String path : FRAMED) {
            PortalPages.Page page = reader.get(path);
            assertThat(page.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "form-action 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(page.header("Permissions-Policy")).as(path).contains("geolocation=()");
            assertThat(page.document().select("form, input, button")).as(path).isEmpty();
        }
    }

    /** Control: the same language choice sets one on the portal's own pages. */
    @Test
    void setNoCookie() {
        for (String path : FRAMED) {
            PortalPages.Page page = reader.get(path + (path.contains("?") ? "&" : "?") + "lang=en");
            assertThat(page.response().headers().allValues("Set-Cookie"))
                    .as(path)
                    .isEmpty();
            assertThat(page.document().select("html").attr("lang")).as(path).isEqualTo("en");
        }
        assertThat(reader.get("/?lang=en").response().headers().allValues("Set-Cookie"))
                .isNotEmpty();
    }

    @Test
    void takeNothing() {
        PortalPages.Page page = reader.post("/indlejret/arrangementer/m1", Map.of("name", "Åse"));
        assertThat(page.status()).isBetween(400, 499);
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void listANetworkOrEverything() {
        String primary = meeting("m4", "Grundskolens møde", "SCHEDULED", START).replace("\"EUD\"", "\"PRIMARY\"");
        services.on("GET /api/meetings", items(meeting("m1", "Temadag om energi", "SCHEDULED", START), primary));

        assertThat(reader.get("/indlejret/arrangementer?network=PRIMARY").text())
                .contains("Grundskolens møde", "Grundskole")
                .doesNotContain("Temadag om energi");
        assertThat(reader.get("/indlejret/arrangementer").text()).contains("Grundskolens møde", "Temadag om energi");
        assertThat(reader.get("/indlejret/arrangementer?network=FINDES_IKKE").text())
                .contains("Grundskolens møde");
    }

    @ParameterizedTest
    @CsvSource({"da,Tilmeld dig,åbner i en ny fane", "en,Sign up,opens in a new tab"})
    void showAMeetingWithItsStateAndTheWayToSignUp(String language, String signUp, String tab) {
        PortalPages.Page page = reader.get("/indlejret/arrangementer/m1?lang=" + language);

        Element button = page.document().selectFirst("a.button");
        assertThat(button).isNotNull();
        assertThat(button.text()).contains(signUp, tab);
        assertThat(button.attr("href")).isEqualTo("/arrangementer/m1/tilmelding?lang=" + language + "&via=widget");
        assertThat(button.attr("target")).isEqualTo("_blank");
        assertThat(button.attr("rel")).contains("noopener");
        assertThat(page.document().select(".badge").text()).contains(language.equals("da") ? "30 ledige" : "30 ");

        assertThat(reader.get("/indlejret/arrangementer/m3").document().select("a.button"))
                .isEmpty();
        assertThat(reader.get("/indlejret/arrangementer/m3").text()).contains("Aflyst", "Oplægsholderen er syg");
    }

    @Test
    void leadBackToTheListTheyCameFrom() {
        PortalPages.Page list = reader.get("/indlejret/arrangementer?network=EUD&lang=en&c=brev-1");
        String there = list.document().select(".meeting-card a").attr("href");
        assertThat(there).startsWith("/indlejret/arrangementer/m1?").contains("lang=en", "network=EUD", "c=brev-1");

        PortalPages.Page meeting = reader.get(there);
        assertThat(meeting.document().select("a.back-link").attr("href"))
                .isEqualTo("/indlejret/arrangementer?lang=en&network=EUD&c=brev-1");
        assertThat(meeting.document().select("a.button").attr("href"))
                .isEqualTo("/arrangementer/m1/tilmelding?lang=en&c=brev-1&via=widget");
        assertThat(reader.get("/indlejret/arrangementer/m1").document().select("a.back-link"))
                .isEmpty();
    }

    @Test
    void tellOfAFailureInTheFrame() {
        PortalPages.Page missing = reader.get("/indlejret/arrangementer/findes-ikke?lang=en");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.document().select("a[target=_blank]").attr("href")).isEqualTo("/?lang=en&via=widget");

        services.on("GET /api/meetings", 503, "{}");
        PortalPages.Page away = reader.get("/indlejret/arrangementer");
        assertThat(away.status()).isEqualTo(503);
        assertThat(ancestors(away)).isEqualTo("*");
        assertThat(away.document().select("html").hasClass("framed")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void areForEverybody(String language) {
        for (String path : FRAMED) {
            Document page = reader.get(path.replaceAll("[?&]lang=en", "") + (path.contains("network") ? "&" : "?")
                            + "lang=" + language)
                    .document();
            assertThat(page.select("html").attr("lang")).as(path).isEqualTo(language);
            assertThat(page.title()).as(path).contains(" – ");
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("main")).as(path).hasSize(1);
            assertThat(page.text()).as(path).doesNotContain("??");
            assertThat(page.select("[style], [onclick], script:not([src])"))
                    .as(path)
                    .isEmpty();
            for (Element link : page.select("a[target=_blank]")) {
                assertThat(link.text()).as(path).contains(language.equals("da") ? "ny fane" : "new tab");
            }
        }
    }

    private static Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("name", "Åse Prøve");
        answers.put("email", "aase@skole.example");
        answers.put("municipalityCode", "0851");
        return answers;
    }

    private String recorded() {
        return services.calls("POST /api/registrations").getLast().body();
    }

    @Test
    void bringRegistrationsOfTheChannelWidget() {
        String there = reader.get("/indlejret/arrangementer/m1?c=brev-1")
                .document()
                .select("a.button")
                .attr("href");
        PortalPages.Page form = reader.get(there);
        PortalPages.Page wrong = reader.submit(form, Map.of(), "tjek");
        PortalPages.Page check = reader.submit(wrong, answers(), "tjek");

        reader.submit(check, Map.of(), "send");

        assertThat(recorded()).contains("\"channel\":\"WIDGET\"", "\"campaign\":\"brev-1\"");
        assertThat(form.document().select("a.back-link").attr("href")).contains("via=widget");
    }

    /** A form can say widget or nothing: no other channel can be claimed. */
    @ParameterizedTest
    @ValueSource(strings = {"WIDGET", "STAFF", "staff", "import", "api", "widget2", ""})
    void giveNobodyAChannelToChoose(String claimed) {
        Map<String, String> forged = answers();
        forged.put("via", claimed);
        forged.put("channel", claimed);
        PortalPages.Page form = reader.get("/arrangementer/m1/tilmelding?via=" + claimed);
        assertThat(form.document().select("input[name=via]").val()).isEmpty();

        reader.submit(form, forged, "send");

        assertThat(recorded()).contains("\"channel\":\"WEB\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void areOfferedToOrganisersAsTwoLines(String language) {
        services.on("GET /api/meetings/m1", meeting("m1", "Energi & <b>", "SCHEDULED", START));
        PortalPages.Page page = reader.get("/intern/arrangementer/m1?lang=" + language);

        assertThat(page.document().select(".embed textarea")).hasSize(2);
        for (Element field : page.document().select(".embed textarea")) {
            assertThat(field.hasAttr("readonly")).isTrue();
            assertThat(page.document().select("label[for=" + field.id() + "]")).hasSize(1);
            assertThat(field.wholeText().lines()).hasSize(2);
        }
        Document copied = org.jsoup.Jsoup.parse(
                page.document().select(".embed textarea").first().wholeText());
        String base = "http://localhost:" + port();
        assertThat(copied.select("div").attr("data-tilmelding")).isEqualTo("m1");
        assertThat(copied.select("div").attr("lang")).isEqualTo(language);
        assertThat(copied.select("div a").attr("href"))
                .isEqualTo(base + "/arrangementer/m1?lang=" + language + "&via=widget");
        assertThat(copied.select("script").attr("src")).isEqualTo(base + "/widget.js");
        assertThat(copied.select("b")).as("a title is text").isEmpty();
        assertThat(page.document().select("#indlejring-netvaerk").text()).contains("network=EUD");
    }

    @Test
    void areNotOfferedForADraft() {
        services.on("GET /api/meetings/m1", meeting("m1", "Kladden", "DRAFT", START));
        assertThat(reader.get("/intern/arrangementer/m1").document().select(".embed"))
                .isEmpty();
    }
}
