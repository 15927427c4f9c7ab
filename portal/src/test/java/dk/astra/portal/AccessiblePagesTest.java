package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.fact;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.measure;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.mine;
import static dk.astra.portal.Samples.participant;
import static dk.astra.portal.Samples.plan;
import static dk.astra.portal.Samples.reach;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P11, as far as a parser can see it; the rest is looked at in a browser. */
class AccessiblePagesTest extends WithStubs {

    private static final List<String> PAGES = List.of(
            "/",
            "/kalender",
            "/kalender?network=EUD&month=" + YearMonth.from(START),
            "/arrangementer/m1",
            "/arrangementer/m1/tilmelding",
            "/arrangementer/m1/kvittering",
            "/min/" + TOKEN,
            "/min/" + TOKEN + "/afmeld",
            "/min/" + TOKEN + "/ret",
            "/min/" + TOKEN + "/giv-videre",
            "/min/" + TOKEN + "/skift?til=m2",
            "/min/" + TOKEN + "/slet",
            "/mine-links",
            "/min/en-ukendt-laenke-som-er-lang",
            "/was",
            "/privatliv",
            "/cookies",
            "/log-ind-fejlede",
            "/findes-ikke",
            "/intern/arrangementer",
            "/intern/arrangementer/nyt",
            "/intern/arrangementer/m1",
            "/intern/arrangementer/m1/ret",
            "/intern/arrangementer/m1/flyt",
            "/intern/arrangementer/m1/antal",
            "/intern/arrangementer/m1/aflys",
            "/intern/arrangementer/m1/offentliggoer",
            "/intern/arrangementer/m1/afholdt",
            "/intern/arrangementer/m1/mails",
            "/intern/arrangementer/m1/deltagere/r1/afmeld",
            "/intern/plan/2027",
            "/intern/plan/2027/1.3-EUD-1",
            "/intern/plan/2027/1.3-EUD-1/dokumentation/e1/fjern",
            "/intern/tal",
            "/intern/tal/fakta?kind=confirmed");

    @BeforeEach
    void everythingIsThere() {
        signIn.signsIn("ADMINISTRATOR");
        services.on("GET /api/meetings/m2", meeting("m2", "Temadag om energi", "SCHEDULED", START))
                .on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on(
                        "GET /api/meetings/m1/registrations",
                        items(participant("r1", "CONFIRMED", 1, "Åse"), participant("r2", "WAITLISTED", 1, "Bo")))
                .on("GET /api/mails", items())
                .on("GET /api/plans/2027", plan())
                .on(
                        "GET /api/plans/2027/measures/1.3-EUD-1/trail",
                        "{\"measure\":" + measure("1.3-EUD-1", 1, false) + ",\"facts\":["
                                + fact("f1", "evidence.recorded.v1", "evidence") + "]}")
                .on("GET /api/reach", reach())
                .on("GET /api/facts", items(fact("f1", "registration.created.v1", "registrations")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everyPageIsWellFormedForEverybody(String language) {
        Set<String> titles = new HashSet<>();
        for (String path : PAGES) {
            PortalPages.Page page = reader.get(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            Document html = page.document();
            assertThat(page.status()).as(path).isIn(200, 404);
            assertThat(html.select("html").attr("lang")).as(path).isEqualTo(language);
            assertThat(html.title()).as(path).isNotBlank().contains(" – ");
            assertThat(html.select("h1")).as(path + ": one h1").hasSize(1);
            assertThat(html.select("main")).as(path).hasSize(1);
            assertThat(html.select("a.skipnav").attr("href")).as(path).isEqualTo("#main-content");
            // data for search engines is no script
            assertThat(html.select("[style], [onclick], script:not([src]):not([type=\"application/ld+json\"])"))
                    .as(path + ": nothing inline")
                    .isEmpty();
            assertThat(page.response().body())
                    .as(path + ": no text is missing")
                    .doesNotContain("??")
                    .doesNotContainPattern(">(network|side|type|state|status|role|figure|mail|goal)\\.[A-Z]");
            labelled(path, html);
            uniqueIds(path, html);
            titles.add(html.title());
        }
        assertThat(titles).as("titles are different").hasSizeGreaterThan(PAGES.size() - 3);
    }

    private static void labelled(String path, Document html) {
        for (Element field : html.select("input:not([type=hidden]), select, textarea")) {
            assertThat(field.id()).as(path + ": " + field).isNotEmpty();
            assertThat(html.select("label[for=\"" + field.id() + "\"]"))
                    .as(path + ": label of " + field.id())
                    .hasSize(1);
            assertThat(field.hasAttr("placeholder")).isFalse();
            for (String id : field.attr("aria-describedby").split(" ")) {
                if (!id.isEmpty() && !id.endsWith("-error")) {
                    assertThat(html.getElementById(id)).as(path + ": " + id).isNotNull();
                }
            }
        }
        for (Element link : html.select("a[href]")) {
            assertThat(link.text()).as(path + ": " + link).isNotBlank();
        }
    }

    private static void uniqueIds(String path, Document html) {
        List<String> ids = html.select("[id]").eachAttr("id");
        assertThat(ids).as(path).doesNotHaveDuplicates();
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws Exception {
        Set<Object> danish = keys("/messages.properties");
        assertThat(danish).hasSizeGreaterThan(300);
        assertThat(keys("/messages_en.properties")).isEqualTo(danish);
    }

    private static Set<Object> keys(String bundle) throws Exception {
        java.util.Properties properties = new java.util.Properties();
        try (var text = AccessiblePagesTest.class.getResourceAsStream(bundle)) {
            properties.load(new java.io.InputStreamReader(
                    java.util.Objects.requireNonNull(text), java.nio.charset.StandardCharsets.UTF_8));
        }
        return properties.keySet();
    }
}
