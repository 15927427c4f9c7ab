package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedPagesTest extends WithStubs {

    @BeforeEach
    void severalMeetings() {
        services.on(
                "GET /api/meetings",
                items(
                        meeting("m0", "Afholdt", "HELD", START.minusDays(90)),
                        meeting("m1", "Temadag om <lys> & energi", "SCHEDULED", START),
                        meeting("m2", "Netværksmøde", "CANCELLED", START).replace("\"EUD\"", "\"PRIMARY\"")));
    }

    @Test
    void offersCalendarsAndNewsOnTheList() {
        Document page = reader.get("/").document();

        assertThat(page.select(".subscribe a").eachAttr("href"))
                .hasSize(10)
                .contains(
                        "/kalender.ics",
                        "/arrangementer.atom",
                        "/kalender.ics?network=EUD",
                        "/arrangementer.atom?network=EUD");
        assertThat(page.select("head link[rel=alternate]").eachAttr("href"))
                .isEqualTo(page.select(".subscribe a").eachAttr("href"));
        assertThat(reader.get("/arrangementer/m1").document().select("head link[rel=alternate]"))
                .hasSize(4);
        assertThat(reader.get("/was").document().select("link[rel=alternate]")).isEmpty();
        assertThat(reader.get("/?lang=en").document().select(".subscribe a").eachAttr("href"))
                .contains("/kalender.ics?network=EUD&lang=en", "/arrangementer.atom?lang=en");
    }

    @Test
    void writesACalendarOfEverythingAndOfANetwork() {
        PortalPages.Page all = reader.get("/kalender.ics");

        assertThat(all.status()).isEqualTo(200);
        assertThat(all.header("Content-Type")).startsWith("text/calendar");
        assertThat(all.header("Cache-Control")).isEqualTo("max-age=300");
        assertThat(all.response().body())
                .contains("UID:m0@tilmelding.astra.dk", "UID:m1@tilmelding.astra.dk", "UID:m2@tilmelding.astra.dk")
                .contains("SEQUENCE:3", "LAST-MODIFIED:20261120T081500Z")
                .contains("STATUS:CANCELLED", "SUMMARY:Aflyst: Netværksmøde")
                .contains("BEGIN:VTIMEZONE", "TZID:Europe/Copenhagen")
                .contains("X-WR-CALNAME:Astra: alle netværk");
        assertThat(services.calls("GET /api/meetings").getFirst().query()).contains("status=ALL", "from=");

        assertThat(reader.get("/kalender.ics?network=PRIMARY").response().body())
                .contains("UID:m2@", "X-WR-CALNAME:Astra: Grundskole")
                .doesNotContain("UID:m1@");
        assertThat(reader.get("/kalender.ics?network=MUNICIPAL").response().body())
                .contains("END:VCALENDAR")
                .doesNotContain("BEGIN:VEVENT");
        assertThat(reader.get("/kalender.ics?network=NETV%C3%86RK").status()).isEqualTo(404);
    }

    @Test
    void writesOneMeetingToBePutIntoACalendar() {
        PortalPages.Page one = reader.get("/arrangementer/m1/kalender.ics");

        assertThat(one.header("Content-Type")).startsWith("text/calendar");
        assertThat(one.header("Content-Disposition")).isEqualTo("attachment; filename=\"arrangement.ics\"");
        assertThat(one.response().body()).containsOnlyOnce("BEGIN:VEVENT").contains("UID:m1@");
        assertThat(reader.get("/arrangementer/findes-ikke/kalender.ics").status())
                .isEqualTo(404);
    }

    @Test
    void writesNewsOfWhatIsToCome() {
        PortalPages.Page news = reader.get("/arrangementer.atom");
        Document feed = Jsoup.parse(news.response().body(), "", Parser.xmlParser());

        assertThat(news.header("Content-Type")).startsWith("application/atom+xml");
        assertThat(feed.select("entry > title").eachText())
                .containsExactly("Temadag om <lys> & energi", "Aflyst: Netværksmøde");
        assertThat(feed.select("entry > id").eachText())
                .containsExactly("tag:tilmelding.astra.dk,2026:meeting:m1", "tag:tilmelding.astra.dk,2026:meeting:m2");
        assertThat(feed.select("feed > updated").text()).isEqualTo("2026-11-20T08:15:00Z");
        assertThat(feed.select("feed > link[rel=self]").attr("href"))
                .isEqualTo("http://localhost:" + port() + "/arrangementer.atom");
        assertThat(feed.select("entry > link").eachAttr("href"))
                .containsExactly(
                        "http://localhost:" + port() + "/arrangementer/m1",
                        "http://localhost:" + port() + "/arrangementer/m2");

        Document primary = Jsoup.parse(
                reader.get("/arrangementer.atom?network=PRIMARY").response().body(), "", Parser.xmlParser());
        assertThat(primary.select("entry > title").eachText()).containsExactly("Aflyst: Netværksmøde");
        assertThat(primary.select("feed > id").text()).endsWith(":PRIMARY");
    }

    @Test
    void sendsNothingTwiceToWhoHasIt() throws Exception {
        for (String path : new String[] {"/kalender.ics", "/arrangementer.atom"}) {
            String tag = reader.get(path).header("ETag");
            assertThat(status(path, tag)).as(path).isEqualTo(304);
            String changed = meeting("m1", "Flyttet", "SCHEDULED", START).replace("\"version\":3", "\"version\":4");
            services.on("GET /api/meetings", items(changed));
            assertThat(status(path, tag)).as(path + " after a change").isEqualTo(200);
            severalMeetings();
        }
    }

    private int status(String path, String tag) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                                    .header("If-None-Match", tag)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
