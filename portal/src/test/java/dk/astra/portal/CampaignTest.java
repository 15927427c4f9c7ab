package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter's link carries its code through every page to the registration. */
class CampaignTest extends WithStubs {

    private static final String CODE = "netvaerksbrev-1";

    @BeforeEach
    void answersWithASeat() {
        services.on("GET /api/meetings/m2", meeting("m2", "Temadag om energi", "SCHEDULED", START.plusDays(7)))
                .on("POST /api/registrations", 201, seat());
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

    private static String only(PortalPages.Page page, String selector) {
        assertThat(page.document().select(selector)).as(selector).hasSize(1);
        return page.document().select(selector).attr("href");
    }

    @ParameterizedTest
    @CsvSource({"/,da", "/arrangementer,da", "/,en"})
    void goesFromTheListToTheRegistration(String list, String language) {
        PortalPages.Page found = reader.get(list + "?c=" + CODE + "&lang=" + language);
        PortalPages.Page meeting = reader.get(only(found, ".meeting-card a"));
        PortalPages.Page form = reader.get(only(meeting, "a.button.big"));
        PortalPages.Page check = reader.submit(form, answers(), "tjek");
        PortalPages.Page receipt = reader.submit(check, Map.of(), "send");

        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.document().select("html").attr("lang")).isEqualTo(language);
        assertThat(recorded())
                .contains(
                        "\"campaign\":\"" + CODE + "\"", "\"channel\":\"LETTER\"", "\"language\":\"" + language + "\"");
    }

    @Test
    void survivesSearchingTwinsTheWayBackAndAnotherLanguage() {
        PortalPages.Page list = reader.get("/?c=" + CODE + "&network=EUD");
        assertThat(list.document().select(".filters input[name=c]").val()).isEqualTo(CODE);
        assertThat(only(list, ".filter-buttons a")).isEqualTo("/?c=" + CODE);
        assertThat(list.document().select(".languages a[lang=en]").attr("href")).contains("c=" + CODE);

        PortalPages.Page meeting = reader.get("/arrangementer/m1?c=" + CODE);
        assertThat(only(meeting, "a.back-link")).isEqualTo("/?c=" + CODE);
        assertThat(only(meeting, "a[href^=/arrangementer/m2]")).isEqualTo("/arrangementer/m2?c=" + CODE);
        assertThat(meeting.document().select(".languages a[lang=en]").attr("href"))
                .contains("c=" + CODE);

        PortalPages.Page form = reader.get("/arrangementer/m1/tilmelding?c=" + CODE);
        assertThat(only(form, "a.back-link")).isEqualTo("/arrangementer/m1?c=" + CODE);
        PortalPages.Page english = reader.press(form, ".languages button[lang=en]", answers());
        assertThat(english.document().select("input[name=campaign]").val()).isEqualTo(CODE);
    }

    /** Through the widget, and from the form of one to the form of several. */
    @Test
    void goesWithAGroup() {
        services.on("POST /api/groups", 201, Samples.group(Samples.groupPlace(1, "CONFIRMED", "Åse Prøve")));
        PortalPages.Page one = reader.get("/arrangementer/m1/tilmelding?c=" + CODE + "&via=widget");
        PortalPages.Page several = reader.get(only(one, "a[href*=/flere]"));
        Map<String, String> people = answers();
        people.put("name-1", "Bo");
        people.put("email-1", "bo@skole.example");

        reader.submit(reader.submit(several, people, "tjek"), Map.of(), "send");

        assertThat(services.calls("POST /api/groups").getFirst().body())
                .contains("\"campaign\":\"" + CODE + "\"", "\"channel\":\"WIDGET\"");
    }

    @Test
    void isNotInvented() {
        PortalPages.Page list = reader.get("/");
        assertThat(only(list, ".meeting-card a")).isEqualTo("/arrangementer/m1");
        assertThat(list.document().select("input[name=c]")).isEmpty();

        reader.submit(reader.submit(reader.get("/arrangementer/m1/tilmelding"), answers(), "tjek"), Map.of(), "send");

        assertThat(recorded()).contains("\"channel\":\"WEB\"").doesNotContain("campaign");
    }

    /** A code that registration-service would refuse must not stand between a reader and a seat. */
    @ParameterizedTest
    @ValueSource(strings = {"%3Cscript%3E", "med%20mellemrum", "%C3%A6%C3%B8%C3%A5", "a.b", "", "a&c=b"})
    void isDroppedWhereItCannotBeOne(String nonsense) {
        PortalPages.Page form = reader.get("/arrangementer/m1/tilmelding?c=" + nonsense);
        assertThat(form.document().select("input[name=campaign]").val()).isEmpty();

        reader.submit(reader.submit(form, answers(), "tjek"), Map.of(), "send");

        assertThat(recorded()).contains("\"channel\":\"WEB\"").doesNotContain("campaign");
    }

    @Test
    void takesNoChannelFromTheForm() {
        Map<String, String> forged = answers();
        forged.put("channel", "STAFF");
        forged.put("campaign", "x".repeat(41));
        PortalPages.Page form = reader.get("/arrangementer/m1/tilmelding?channel=IMPORT");

        reader.submit(form, forged, "send");

        assertThat(recorded()).contains("\"channel\":\"WEB\"").doesNotContain("campaign", "STAFF", "IMPORT");
    }
}
