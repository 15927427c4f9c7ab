package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.availability;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MeetingPagesTest extends WithStubs {

    @Test
    void listsMeetingsWithTheirStateInWords() {
        services.on(
                        "GET /api/meetings",
                        items(
                                meeting("m1", "Mange pladser", "SCHEDULED", START),
                                meeting("m2", "Næsten fuldt", "SCHEDULED", START),
                                meeting("m3", "Helt fuldt", "SCHEDULED", START),
                                meeting("m4", "Blev aflyst", "CANCELLED", START),
                                meeting("m5", "Fristen er gået", "SCHEDULED", START.minusDays(59))))
                .on(
                        "GET /api/availability",
                        items(
                                availability("m1", 10, 0),
                                availability("m2", 38, 0),
                                availability("m3", 40, 6),
                                availability("m4", 12, 0),
                                availability("m5", 12, 0)));

        PortalPages.Page page = reader.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("5 arrangementer fundet");
        assertThat(page.document().select(".meeting-card strong.badge").eachText())
                .containsExactly("30 ledige pladser", "Få pladser", "Venteliste", "Aflyst", "Lukket");
        assertThat(page.document().select(".meeting-card h3 a").eachText())
                .containsExactly("Mange pladser", "Næsten fuldt", "Helt fuldt", "Blev aflyst", "Fristen er gået");
    }

    @Test
    void linksTheTwinFromTheCardInWords() {
        String west = meeting("m2", "Temadag om energi", "SCHEDULED", START.plusDays(7))
                .replace("\"side\":\"EAST\"", "\"side\":\"WEST\"");
        services.on("GET /api/meetings", items(meeting("m1", "Temadag om energi", "SCHEDULED", START), west));

        PortalPages.Page page = reader.get("/");

        assertThat(page.document().select(".twin").eachText())
                .singleElement()
                .asString()
                .startsWith("Vi holder det samme arrangement i Vestdanmark ");
        assertThat(page.document().select(".twin a").attr("href")).isEqualTo("/arrangementer/m2");

        services.on(
                "GET /api/meetings",
                items(
                        meeting("m1", "Temadag om energi", "SCHEDULED", START),
                        west.replace("\"SCHEDULED\"", "\"CANCELLED\"")));
        assertThat(reader.get("/").document().select(".twin")).isEmpty();
    }

    @Test
    void filtersAndKeepsWhatWasChosenInTheForm() {
        String online = meeting("m9", "Æbler & is", "SCHEDULED", START)
                .replace("\"EAST\"", "\"WEST\"")
                .replace("\"PHYSICAL\"", "\"ONLINE\"");
        services.on("GET /api/meetings", items(meeting("m1", "Temadag om energi", "SCHEDULED", START), online));
        YearMonth month = YearMonth.from(START);

        PortalPages.Page page =
                reader.get("/?network=EUD&side=WEST&format=ONLINE&month=" + month + "&q=%C3%A6ble+%26+is");

        assertThat(services.calls("GET /api/meetings"))
                .as("words are event-service's")
                .anySatisfy(call -> assertThat(call.query()).contains("q=æble & is"));
        assertThat(page.document().select(".meeting-card h3").eachText()).containsExactly("Æbler & is");
        assertThat(page.document().select("#q").val()).isEqualTo("æble & is");
        assertThat(page.document().select("#network option[selected]").val()).isEqualTo("EUD");
        assertThat(page.text()).contains("1 arrangement fundet");
        assertThat(page.document().select(".views a").eachAttr("href"))
                .containsExactly(
                        "/?network=EUD&side=WEST&format=ONLINE&month=" + month + "&q=%C3%A6ble%20%26%20is",
                        "/kalender?network=EUD&side=WEST&format=ONLINE&month=" + month + "&q=%C3%A6ble%20%26%20is");

        for (String other : new String[] {"network=PRIMARY", "side=EAST&format=ONLINE", "month=2020-01"}) {
            assertThat(reader.get("/?" + other).text()).as(other).contains("0 arrangementer fundet");
        }
    }

    @Test
    void showsNothingThatIsOver() {
        services.on(
                "GET /api/meetings",
                items(
                        meeting("m7", "Afholdt", "HELD", START),
                        meeting("m8", "Forbi", "SCHEDULED", START.minusDays(90)),
                        meeting("m1", "Temadag om energi", "SCHEDULED", START)));

        assertThat(reader.get("/").document().select(".meeting-card h3").eachText())
                .containsExactly("Temadag om energi");
    }

    @Test
    void ignoresFiltersThatNobodyCanChoose() {
        PortalPages.Page page = reader.get("/?network=%3Cscript%3E&month=2027-13&side=%27");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("1 arrangement fundet");
        assertThat(page.document().select(".views a").eachAttr("href")).containsExactly("/", "/kalender");
    }

    /** Negative control of {@link LastAnswersTest}: without a memory every page asks. */
    @Test
    void asksForEveryPageWhenNothingIsRemembered() {
        for (int i = 0; i < 3; i++) {
            reader.get("/");
        }

        assertThat(services.calls("GET /api/meetings")).hasSize(3);
        assertThat(services.calls("GET /api/availability")).hasSize(3);
    }

    @Test
    void leavesStatesOutWhileRegistrationServiceIsAway() {
        services.on("GET /api/availability", 503, "{}");

        PortalPages.Page page = reader.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Temadag om energi", "Åben for tilmelding")
                .doesNotContain("pladser", "ledig");
    }

    @Test
    void showsTheMeetingWithItsTwinAndAWayToSignUp() {
        services.on("GET /api/meetings/m2", meeting("m2", "Temadag om energi", "SCHEDULED", START.plusDays(7)));

        PortalPages.Page page = reader.get("/arrangementer/m1");

        assertThat(page.h1()).isEqualTo("Temadag om energi");
        assertThat(page.text())
                .contains(
                        "Kvartshuset, Prismegangen 4, 4200 Slagelse",
                        "kl. 9.30-15.30",
                        "Pris Gratis",
                        "40 pladser i alt. Ledige: 30.",
                        "Hvad sker der med mine oplysninger?",
                        "Hvem kan deltage?",
                        "9.30 Ankomst og kaffe",
                        "Vi holder det samme arrangement i Østdanmark",
                        "eud@astra.example");
        assertThat(page.document()
                        .select("a[href=/arrangementer/m1/tilmelding]")
                        .text())
                .isEqualTo("Tilmeld dig");
        assertThat(page.document().select("a[href=/arrangementer/m2]")).hasSize(1);
        assertThat(page.document()
                        .select("a[href^=https://www.openstreetmap.org/]")
                        .attr("href"))
                .isEqualTo("https://www.openstreetmap.org/search?query=Prismegangen%204%2C%204200%20Slagelse");
        assertThat(page.document()
                        .select("a[href=/arrangementer/m1/kalender.ics]")
                        .text())
                .isEqualTo("Føj til kalender");
    }

    @Test
    void tellsOtherSitesWhatItIs() {
        services.on(
                "GET /api/meetings/m1", meeting("m1", "Lys & </script><script>alert(1)</script>", "SCHEDULED", START));

        PortalPages.Page page = reader.get("/arrangementer/m1");

        assertThat(page.response().body()).doesNotContain("<script>alert");
        assertThat(page.document().select("meta[property=og:title]").attr("content"))
                .isEqualTo("Lys & </script><script>alert(1)</script>");
        assertThat(page.document().select("meta[property=og:url]").attr("content"))
                .isEqualTo("http://localhost:" + port() + "/arrangementer/m1");
        assertThat(page.document().select("meta[property=og:locale]").attr("content"))
                .isEqualTo("da_DK");
        assertThat(page.document().select("meta[property^=og:]").eachAttr("content"))
                .doesNotContain("")
                .hasSize(6);
        JsonNode data = JsonMapper.builder()
                .build()
                .readTree(page.document()
                        .select("script[type=\"application/ld+json\"]")
                        .first()
                        .data());
        assertThat(data.path("@type").asString()).isEqualTo("Event");
        assertThat(data.path("name").asString()).isEqualTo("Lys & </script><script>alert(1)</script>");
        assertThat(data.path("startDate").asString()).startsWith(START.toString());
        assertThat(data.path("location").path("address").path("postalCode").asString())
                .isEqualTo("4200");
        assertThat(data.path("offers").path("price").asString()).isEqualTo("0");
        assertThat(reader.get("/").document().select("meta[property^=og:]")).isEmpty();
    }

    @Test
    void offersTheWaitingListWhenFullAndNothingWhenCancelled() {
        services.on("GET /api/availability", items(availability("m1", 40, 3)));
        assertThat(reader.get("/arrangementer/m1").text()).contains("Skriv dig på venteliste", "3 venter på en plads");

        services.on("GET /api/meetings/m1", meeting("m1", "Temadag om energi", "CANCELLED", START));
        PortalPages.Page cancelled = reader.get("/arrangementer/m1");
        assertThat(cancelled.text()).contains("Aflyst", "Oplægsholderen er syg");
        assertThat(cancelled.document().select("a[href$=/tilmelding], a[href$=.ics]"))
                .isEmpty();
        assertThat(cancelled
                        .document()
                        .select("script[type=\"application/ld+json\"]")
                        .first()
                        .data())
                .contains("EventCancelled")
                .doesNotContain("offers");
    }

    @Test
    void speaksEnglishWhenAskedAndRemembersIt() {
        PortalPages.Page english = reader.get("/arrangementer/m1?lang=en");
        assertThat(english.document().select("html").attr("lang")).isEqualTo("en");
        assertThat(english.text()).contains("Theme day", "Free of charge", "Sign up");
        assertThat(services.calls("GET /api/meetings/m1").getFirst().header("Accept-Language"))
                .isEqualTo("en");

        assertThat(reader.get("/").text()).contains("1 event found");
        assertThat(reader.get("/?lang=da").text()).contains("1 arrangement fundet");
        assertThat(reader.get("/?lang=tlh").status()).isEqualTo(200);
    }

    @Test
    void answersUnknownMeetingsAndAddressesWithAPage() {
        assertThat(reader.get("/arrangementer/findes-ikke").status()).isEqualTo(404);
        PortalPages.Page page = reader.get("/findes/ikke");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.h1()).isEqualTo("Vi kan ikke finde siden");
        assertThat(reader.get("/arrangementer/a%00b").status()).isIn(400, 404);
    }

    @Test
    void saysSoWhenEventServiceIsAway() {
        services.on("GET /api/meetings", 503, "{}");

        PortalPages.Page page = reader.get("/");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.h1()).isEqualTo("Siden kan ikke vises lige nu");
    }

    @Test
    void escapesWhatServicesSay() {
        services.on(
                "GET /api/meetings",
                items(meeting("m1", "<script>alert(1)</script><img src=x onerror=alert(2)>", "SCHEDULED", START)));

        PortalPages.Page page = reader.get("/?q=%22%3E%3Cscript%3Ealert(3)%3C/script%3E");

        assertThat(page.response().body()).doesNotContain("<script>alert", "<img src=x");
        assertThat(page.document().select(".meeting-card h3").text()).contains("<script>alert(1)</script>");
        assertThat(page.document().select("#q").val()).isEqualTo("\"><script>alert(3)</script>");
    }
}
