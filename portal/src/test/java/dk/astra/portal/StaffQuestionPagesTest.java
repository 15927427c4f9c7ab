package dk.astra.portal;

import static dk.astra.portal.Samples.asking;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.participant;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organiser writes questions without JavaScript, and reads answers and the kitchen's counts. */
class StaffQuestionPagesTest extends WithStubs {

    private static final String M1 = "/intern/arrangementer/m1";
    private static final String NEW = "/intern/arrangementer/nyt";
    private static final String ADD = "button[value=tilfoej]";

    @BeforeEach
    void anOrganiserSignsIn() {
        signIn.signsIn("ORGANISER");
        services.on("GET /api/meetings/m1", asking("m1"));
    }

    private static Map<String, String> meeting() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("type", "THEME_DAY");
        typed.put("network", "EUD");
        typed.put("side", "EAST");
        typed.put("title.da", "Temadag om lys");
        typed.put("description.da", "En dag med lys");
        typed.put("audience.da", "Alle");
        typed.put("date", "2027-04-21");
        typed.put("venue.name", "Lyshuset");
        typed.put("venue.street", "Vejen 1");
        typed.put("venue.postalCode", "4200");
        typed.put("venue.town", "Slagelse");
        typed.put("capacity", "40");
        typed.put("contact.role", "Sekretariatet");
        typed.put("contact.email", "post@astra.example");
        return typed;
    }

    private static Map<String, String> questions() {
        Map<String, String> typed = meeting();
        typed.put("asks.DIET", "ja");
        typed.put("q0.kind", "CHOICE");
        typed.put("q0.label.da", "Hvilket værksted?");
        typed.put("q0.options", "Blå sø | Blue lake\n\nRød å");
        typed.put("q0.required", "ja");
        typed.put("q1.kind", "NUMBER");
        typed.put("q1.label.da", "Hvor mange?");
        typed.put("q1.min", "1");
        typed.put("q1.after", "1");
        typed.put("q1.answers", "rød å; Blue lake");
        return typed;
    }

    @Test
    void addsAndRemovesQuestionsWithButtons() {
        PortalPages.Page none = reader.get(NEW);
        PortalPages.Page one = reader.press(none, ADD, meeting());
        PortalPages.Page two = reader.press(one, ADD, Map.of("q0.label.da", "Først"));
        PortalPages.Page three = reader.press(two, ADD, Map.of("q1.label.da", "Så", "q1.after", "1"));
        PortalPages.Page removed = reader.press(three, "button[value=fjern-0]", Map.of("q2.after", "2"));

        assertThat(none.document().select(".question-row")).isEmpty();
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.document().select(".question-row")).hasSize(1);
        assertThat(one.document().select("[data-module=error-summary]")).isEmpty();
        assertThat(one.document().getElementById("title.da").val()).isEqualTo("Temadag om lys");
        assertThat(three.document().select(".question-row")).hasSize(3);
        assertThat(removed.document().select(".question-row")).hasSize(2);
        assertThat(removed.document().getElementById("q0.label.da").val()).isEqualTo("Så");
        assertThat(removed.document()
                        .select("select[name=q1.after] option[selected]")
                        .val())
                .as("it followed the question it depends on")
                .isEqualTo("1");
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void writesQuestionsForEventService() {
        services.on("POST /api/meetings", 201, asking("m1"));

        reader.submit(reader.get(NEW), questions(), "draft");

        assertThat(services.calls("POST /api/meetings").getFirst().body())
                .contains("\"asksNeeds\":[\"DIET\"]")
                .contains(
                        "\"id\":\"hvilket-vaerksted\"",
                        "\"id\":\"blaa-soe\"",
                        "\"id\":\"roed-aa\"",
                        "\"required\":true")
                .contains("\"min\":1")
                .contains("\"isOneOf\":[\"roed-aa\",\"blaa-soe\"]");
    }

    @Test
    void showsWhatIsStoredAndKeepsItsIds() {
        services.on("PUT /api/meetings/m1", asking("m1"));
        PortalPages.Page edit = reader.get(M1 + "/ret");

        assertThat(edit.document().select(".question-row")).hasSize(6);
        assertThat(edit.document().getElementById("q0.options").wholeText()).isEqualTo("Bus | Bus\nBil | Car");
        assertThat(edit.document()
                        .select("select[name=q1.after] option[selected]")
                        .val())
                .isEqualTo("1");
        assertThat(edit.document().getElementById("q1.answers").val()).isEqualTo("Bil");

        reader.submit(edit, Map.of("q0.label.da", "Hvordan rejser du?", "q0.options", "Bil | Car\nTog"), "");

        assertThat(services.calls("PUT /api/meetings/m1").getFirst().body())
                .contains("\"id\":\"by\"", "\"id\":\"plate\"", "\"id\":\"car\"", "\"id\":\"tog\"")
                .contains("\"asksNeeds\":[\"DIET\",\"ACCESS\"]")
                .contains("\"isOneOf\":[\"car\"]");
    }

    @Test
    void saysWhatIsWrongAtTheRow() {
        Map<String, String> typed = questions();
        typed.put("q0.label.da", "");
        typed.put("q1.answers", "grøn");
        typed.put("q1.min", "en");

        PortalPages.Page wrong = reader.submit(reader.get(NEW), typed, "draft");
        services.on("POST /api/meetings", 400, """
                {"errors":[{"field":"questions[0].options[1].label.da","code":"too-long","message":"For langt"},
                           {"field":"questions[1].condition.isOneOf[0]","code":"unknown-value","message":"Findes ikke"}]}""");
        PortalPages.Page refused = reader.submit(reader.get(NEW), questions(), "draft");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.document().select("[data-module=error-summary] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#q0.label.da", "#q1.min", "#q1.answers");
        assertThat(wrong.document().select(".question-row"))
                .as("nothing typed is lost")
                .hasSize(2);
        assertThat(refused.document().select("[data-module=error-summary] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#q0.options", "#q1.answers");
    }

    @Test
    void showsAnswersWithTheParticipantsAndNeedsWithoutNames() {
        services.on(
                        "GET /api/meetings/m1/registrations",
                        items(participant("r1", "CONFIRMED", 1, "Åse Prøve")
                                .replace("\"answers\":{}", "\"answers\":{\"by\":\"car\",\"topics\":\"wind,sea\"}")))
                .on("GET /api/meetings/m1/needs", """
                        {"meetingId":"m1","people":3,"diet":{"VEGAN":2,"OTHER":1},"dietTexts":["Ikke sesam <b>"],
                         "access":["Teleslynge"],"deletedAt":"2027-05-05T13:15:00Z"}""");

        PortalPages.Page people = reader.get(M1);
        PortalPages.Page kitchen = reader.get(M1 + "/koekken");

        assertThat(people.text()).contains("Hvordan kommer du? Bil", "Vind, Havet");
        assertThat(people.document().select("a[href=" + M1 + "/koekken]")).hasSize(1);
        assertThat(kitchen.h1()).isEqualTo("Køkken og adgang");
        assertThat(kitchen.document().select("tbody tr").eachText())
                .containsExactly("Vegansk 2", "Andet, se herunder 1");
        assertThat(kitchen.text())
                .contains("Ikke sesam <b>", "Teleslynge", "5.5.2027")
                .doesNotContain("Åse");
        assertThat(kitchen.header("Cache-Control")).contains("no-store");
    }

    @Test
    void marksWhoHasNotAnsweredAndWhoWaitsTogether() {
        services.on(
                "GET /api/meetings/m1/registrations",
                items(
                        participant("r1", "CONFIRMED", 1, "Åse Prøve"),
                        participant("r2", "WAITLISTED", 1, "Bo Test")
                                .replace(
                                        "\"answers\":{}",
                                        "\"answers\":{},\"missingAnswers\":[\"by\"],\"waitsTogether\":true")));

        PortalPages.Page people = reader.get(M1);

        assertThat(people.document().select("tbody tr:contains(Bo Test)").text())
                .contains("Mangler svar", "Venter sammen med sin gruppe");
        assertThat(people.document().select("tbody tr:contains(Åse Prøve)").text())
                .doesNotContain("Mangler svar", "Venter sammen");
    }

    @Test
    void letsNobodyElseSeeTheKitchensCounts() {
        signIn.signsIn("MANAGER");

        assertThat(new PortalPages(port()).get(M1 + "/koekken").status()).isEqualTo(403);
        assertThat(services.calls("GET /api/meetings/m1/needs")).isEmpty();
    }
}
