package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.asking;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            "/invitation/" + TOKEN,
            "/invitation/" + TOKEN + "/slet",
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
            "/intern/arrangementer/m1/koekken",
            "/intern/arrangementer/m1/invitationer",
            "/intern/arrangementer/m1/invitationer/i2/traek-tilbage",
            "/intern/arrangementer/m1/deltagere/r1/afmeld",
            "/intern/plan/2027",
            "/intern/plan/2027/1.3-EUD-1",
            "/intern/plan/2027/1.3-EUD-1/dokumentation/e1/fjern",
            "/intern/tal",
            "/intern/tal/fakta?kind=confirmed");

    @BeforeEach
    void everythingIsThere() {
        signIn.signsIn("ADMINISTRATOR");
        services.on("GET /api/meetings/m1", asking("m1"))
                .on("GET /api/meetings/m1/needs", """
                        {"meetingId":"m1","people":1,"diet":{"VEGAN":1},"dietTexts":["Sesam"],"access":["Teleslynge"],
                         "deletedAt":"2027-05-05T13:15:00Z"}""")
                .on("GET /api/meetings/m2", meeting("m2", "Temadag om energi", "SCHEDULED", START))
                .on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on(
                        "GET /api/meetings/m1/registrations",
                        items(participant("r1", "CONFIRMED", 1, "Åse"), participant("r2", "WAITLISTED", 1, "Bo")))
                .on("GET /api/mails", items())
                .on("GET /api/my-invitation", InvitationSamples.myInvitation("YES", true, true))
                .on("GET /api/meetings/m1/invitations", InvitationSamples.invitations())
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
            assertThat(page.status()).as(path).isIn(200, 404);
            wellFormed(path, language, page);
            titles.add(page.document().title());
        }
        assertThat(titles).as("titles are different").hasSizeGreaterThan(PAGES.size() - 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everyStateOfASignUpIsWellFormedForEverybody(String language) {
        services.on("GET /api/institutions", items("{\"number\":\"901185\",\"name\":\"Ozonsø Erhvervsskole\"}"));
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("name", "Åse Prøve");
        answers.put("email", "aase@skole.example");
        answers.put("title", "lærer");
        answers.put("institutionQuery", "ozonsø");
        answers.put("institutionNumber", "901185");
        answers.put("municipalityCode", "0851");
        answers.put("role", "TEACHER");
        answers.put("comment", "Ingen mælk");
        answers.put("answer-by", "bus");
        PortalPages.Page form = reader.get("/arrangementer/m1/tilmelding?lang=" + language);
        Map<String, PortalPages.Page> states = new LinkedHashMap<>();
        states.put("found", reader.submit(form, answers, "find"));
        states.put("errors", reader.submit(form, Map.of("email", "forkert"), "tjek"));
        PortalPages.Page check = reader.submit(form, answers, "tjek");
        states.put("answers", check);
        services.on("POST /api/registrations", 409, "{\"detail\":\"Fristen er gået\"}");
        states.put("refused", reader.submit(check, Map.of(), "send"));
        services.on("POST /api/registrations", 503, "{}");
        states.put("away", reader.submit(check, Map.of(), "send"));
        services.on("POST /api/registrations", 429, "{}");
        states.put("busy", reader.submit(check, Map.of(), "send"));
        states.put("too busy for a page", reader.get("/travlt"));
        services.on("POST /api/registrations", 201, receipt("CONFIRMED", "null", false));
        states.put("seat", reader.submit(check, Map.of(), "send"));
        services.on("POST /api/registrations", 201, receipt("WAITLISTED", "4", false));
        states.put("line", reader.submit(check, Map.of(), "send"));
        services.on("POST /api/registrations", 200, receipt("CONFIRMED", "null", true));
        states.put("repeated", reader.submit(check, Map.of(), "send"));

        states.forEach((state, page) -> wellFormed(state, language, page));
        assertThat(states.get("errors").document().title()).startsWith(language.equals("en") ? "Error – " : "Fejl – ");
    }

    private static String receipt(String status, String place, boolean repeated) {
        return ("{\"registrationId\":\"r1\",\"meetingId\":\"m1\",\"status\":\"%s\",\"seat\":null,\"placeInLine\":%s,"
                        + "\"repeated\":%s,\"link\":null}")
                .formatted(status, place, repeated);
    }

    private static void wellFormed(String what, String language, PortalPages.Page page) {
        Document html = page.document();
        assertThat(page.response().body()).as(what + ": no quirks mode").startsWith("<!DOCTYPE html>");
        assertThat(html.select("html").attr("lang")).as(what).isEqualTo(language);
        assertThat(html.title()).as(what).isNotBlank().contains(" – ");
        assertThat(html.select("h1")).as(what + ": one h1").hasSize(1);
        assertThat(html.select("main")).as(what).hasSize(1);
        assertThat(html.select("a.skipnav").attr("href")).as(what).isEqualTo("#main-content");
        // data for search engines is no script
        assertThat(html.select("[style], [onclick], script:not([src]):not([type=\"application/ld+json\"])"))
                .as(what + ": nothing inline")
                .isEmpty();
        assertThat(page.response().body())
                .as(what + ": no text is missing")
                .doesNotContain("??")
                .doesNotContainPattern(">(network|side|type|state|status|role|figure|mail|goal|again|form)\\.[A-Za-z]");
        labelled(what, html);
        uniqueIds(what, html);
        for (Element button : html.select("button:not([aria-hidden])")) {
            assertThat(button.text()).as(what + ": " + button).isNotBlank();
        }
        for (Element button : html.select("button[form]")) {
            assertThat(html.getElementById(button.attr("form")))
                    .as(what + ": " + button)
                    .isNotNull();
        }
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
