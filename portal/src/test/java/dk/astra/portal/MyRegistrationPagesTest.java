package dk.astra.portal;

import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.mine;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MyRegistrationPagesTest extends WithStubs {

    private static final String MINE = "/min/" + TOKEN;

    @Test
    void showsTheRegistrationToWhoeverHoldsTheLink() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true));

        PortalPages.Page page = reader.get(MINE);

        assertThat(page.text())
                .contains("Du er tilmeldt", "Temadag om energi", "Åse Prøve", "Prøveskolen", "København");
        assertThat(services.calls("GET /api/my-registrations").getFirst().header("X-Registration-Link"))
                .isEqualTo(TOKEN);
    }

    @Test
    void keepsTheLinkSecret() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true));

        for (String path : new String[] {MINE, MINE + "/afmeld", "/min/en-anden-og-ukendt-laenke"}) {
            PortalPages.Page page = reader.get(path);
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("X-Robots-Tag")).contains("noindex");
            assertThat(page.document().select("meta[name=robots]").attr("content"))
                    .contains("noindex");
        }
    }

    @Test
    void cancelsOnlyByTheButton() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on("POST /api/my-registrations/cancel", mine("CANCELLED", false));

        PortalPages.Page confirm = reader.get(MINE + "/afmeld");
        assertThat(confirm.h1()).isEqualTo("Vil du afmelde dig Temadag om energi?");
        assertThat(services.changes()).as("looking changes nothing").isEmpty();

        services.on("GET /api/my-registrations", mine("CANCELLED", false));
        PortalPages.Page done = reader.submit(confirm, Map.of(), "");
        assertThat(services.calls("POST /api/my-registrations/cancel")).hasSize(1);
        assertThat(done.text()).contains("Du er afmeldt", "Tak, fordi du gav besked");
        assertThat(done.document().select("a[href$=/afmeld]")).isEmpty();
    }

    @Test
    void thanksNobodyForWhatSomebodyElseDid() {
        String cancelled = mine("CANCELLED", false).strip();
        String byOffice = cancelled.substring(0, cancelled.length() - 1) + ",\"endedBy\":\"ORGANISER\"}";
        services.on("GET /api/my-registrations", byOffice);

        assertThat(reader.get(MINE).text())
                .contains("Arrangøren har afmeldt dig")
                .doesNotContain("Tak, fordi du gav besked");
        services.on("GET /api/my-registrations", byOffice.replace("ORGANISER", "LEADER"));
        assertThat(reader.get(MINE).text()).contains("Den, der tilmeldte dig, har afmeldt dig");
    }

    @Test
    void saysWhenItIsTooLateToCancel() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on(
                        "POST /api/my-registrations/cancel",
                        409,
                        "{\"type\":\"https://tilmelding.astra.dk/problems/cancellation-closed\",\"detail\":\"Fristen for at afmelde er gået\"}");

        PortalPages.Page page = reader.post(MINE + "/afmeld", Map.of());

        assertThat(page.text()).contains("Fristen for at afmelde er gået", "Du er tilmeldt");
    }

    @Test
    void saysThePlaceInLine() {
        services.on("GET /api/my-registrations", mine("WAITLISTED", true));

        assertThat(reader.get(MINE).text()).contains("Du står på ventelisten", "Du er nummer 4.");
    }

    @Test
    void isFriendlyAboutUnknownLinks() {
        assertThat(reader.get(MINE).status()).isEqualTo(404);
        assertThat(reader.get(MINE).h1()).isEqualTo("Vi kender ikke dette link");
        assertThat(reader.get("/min/kort").h1()).isEqualTo("Vi kender ikke dette link");
        assertThat(reader.post(MINE + "/afmeld", Map.of()).status()).isEqualTo(404);
        assertThat(services.calls("GET /api/my-registrations"))
                .as("what cannot be a link is not asked for")
                .allSatisfy(
                        call -> assertThat(call.header("X-Registration-Link")).isEqualTo(TOKEN));
    }

    @Test
    void worksWhileEventServiceIsAway() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true)).on("GET /api/meetings/m1", 503, "{}");

        PortalPages.Page page = reader.get(MINE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Åse Prøve", "kan ikke vises lige nu");
    }

    private static final String GIVEN =
            "{\"type\":\"https://tilmelding.astra.dk/problems/seat-handed-over\",\"detail\":\"Pladsen er givet videre\"}";

    @Test
    void correctsAnswersAndKeepsTheSchoolThatWasChosen() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on("PATCH /api/my-registrations", mine("CONFIRMED", true));

        PortalPages.Page form = reader.get(MINE + "/ret");
        assertThat(form.document().getElementById("name").val()).isEqualTo("Åse Prøve");
        reader.submit(form, Map.of("title", "skoleleder"), "");

        assertThat(services.calls("PATCH /api/my-registrations").getFirst().body())
                .contains("\"title\":\"skoleleder\"")
                .doesNotContain("institutionName", "municipalityCode");
    }

    @Test
    void keepsWhatWasTypedWhenACorrectionIsRefused() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on(
                        "PATCH /api/my-registrations",
                        400,
                        "{\"errors\":[{\"field\":\"name\",\"code\":\"required\",\"message\":\"Skriv dit navn\"}]}");

        PortalPages.Page page =
                reader.submit(reader.get(MINE + "/ret"), Map.of("name", "", "comment", "Ingen nødder"), "");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.document().title()).startsWith("Fejl");
        assertThat(page.text()).contains("Skriv dit navn");
        assertThat(page.document().getElementById("comment").text()).isEqualTo("Ingen nødder");
    }

    @Test
    void givesTheSeatToAColleagueOnlyByTheButton() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on("POST /api/my-registrations/transfer", 204, "");

        PortalPages.Page form = reader.get(MINE + "/giv-videre");
        assertThat(services.changes()).isEmpty();
        reader.submit(form, Map.of("name", "Bo Kollega", "email", "bo@skole.example"), "");

        assertThat(services.calls("POST /api/my-registrations/transfer")
                        .getFirst()
                        .body())
                .contains("Bo Kollega", "bo@skole.example", "\"language\":\"da\"");
        services.on("GET /api/my-registrations", 410, GIVEN);
        PortalPages.Page done = reader.get(MINE);
        assertThat(done.h1()).isEqualTo("Pladsen er givet videre");
        assertThat(done.status()).isEqualTo(410);
    }

    @Test
    void switchesToTheTwinAndShowsTheNewRegistration() {
        String other = "z7Yx2mVt0aBcDeFgHiJkLmNoPqRsTuVw";
        services.on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on("GET /api/meetings/m2", Samples.meeting("m2", "Temadag om energi", "SCHEDULED", Samples.START))
                .on("POST /api/my-registrations/move", "{\"link\":\"https://tilmelding.example/min/" + other + "\"}");

        PortalPages.Page mine = reader.get(MINE);
        assertThat(mine.document().select("a[href*=skift]")).hasSize(1);
        PortalPages.Page confirm = reader.get(MINE + "/skift?til=m2");
        assertThat(services.changes()).isEmpty();
        PortalPages.Page moved = reader.submit(confirm, Map.of(), "");

        assertThat(services.calls("POST /api/my-registrations/move").getFirst().body())
                .contains("\"m2\"");
        assertThat(services.calls("GET /api/my-registrations").getLast().header("X-Registration-Link"))
                .isEqualTo(other);
        assertThat(moved.text()).contains("Du har skiftet arrangement");
    }

    @Test
    void tellsTheTruthWhenTheTwinIsFull() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on(
                        "POST /api/my-registrations/move",
                        409,
                        "{\"type\":\"https://tilmelding.astra.dk/problems/twin-full\",\"detail\":\"Du har stadig din plads her\"}");

        PortalPages.Page page = reader.post(MINE + "/skift", Map.of("til", "m2"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Du har stadig din plads her", "Du er tilmeldt");
    }

    @Test
    void handsOutAndDeletesWhatIsStored() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on("GET /api/my-registrations/data", "{\"personId\":\"p1\",\"registrations\":[]}")
                .on("POST /api/my-registrations/erase", 204, "");

        PortalPages.Page data = reader.get(MINE + "/data");
        assertThat(data.header("Content-Disposition")).contains("attachment", "mine-oplysninger.json");
        assertThat(data.response().body()).contains("\"personId\":\"p1\"");

        PortalPages.Page confirm = reader.get(MINE + "/slet");
        assertThat(services.changes()).isEmpty();
        PortalPages.Page erased = reader.submit(confirm, Map.of(), "");
        assertThat(erased.h1()).isEqualTo("Dine oplysninger er slettet");
        assertThat(services.calls("POST /api/my-registrations/erase")).hasSize(1);
    }

    /** The calendar that has the entry of the mail changes it, and gets no second one. */
    @Test
    void givesTheSeatToACalendarUnderTheMailsName() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true));
        PortalPages.Page page = reader.get(MINE);
        PortalPages.Page file =
                reader.get(page.document().select("a[type=text/calendar]").attr("href"));

        assertThat(file.header("Content-Type")).startsWith("text/calendar");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(file.response().body())
                .contains("UID:r1@tilmelding.astra.dk", "TRANSP:OPAQUE", "SUMMARY:Temadag om energi")
                .doesNotContain("UID:m1");
        services.on("GET /api/my-registrations", mine("WAITLISTED", true));
        assertThat(reader.get(MINE + "/kalender.ics").status())
                .as("no seat yet")
                .isEqualTo(404);
    }

    /** Moved from the twin meeting: one entry, and whichever object is younger counts (ADR 6, 13). */
    @Test
    void goesOnWithTheEntryOfTheTwin() {
        String mine = mine("CONFIRMED", true).strip();
        services.on(
                "GET /api/my-registrations",
                mine.substring(0, mine.length() - 1) + ",\"calendarEntry\":\"r0\",\"version\":4}");

        assertThat(reader.get(MINE + "/kalender.ics").response().body())
                .contains("UID:r0@tilmelding.astra.dk", "SEQUENCE:7");
    }

    /** The page has to be read once more before it can answer, and cannot. */
    @Test
    void losesNothingThatWasTypedWhileTheServiceIsAway() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true))
                .on("PATCH /api/my-registrations", mine("CONFIRMED", true));
        PortalPages.Page form = reader.get(MINE + "/ret");
        services.on("GET /api/my-registrations", 503, "{}");

        PortalPages.Page kept = reader.submit(form, Map.of("name", "Åse Ny", "comment", "En\nto <b>"), "send");

        assertThat(kept.status()).isEqualTo(503);
        assertThat(kept.header("Cache-Control")).isEqualTo("no-store");
        assertThat(kept.text()).contains("Dine svar er ikke gået tabt");
        PortalPages.Page english = reader.press(kept, ".languages button[lang=en]", Map.of());
        assertThat(english.text()).contains("Your answers are not lost");
        services.on("GET /api/my-registrations", mine("CONFIRMED", true));
        reader.press(english, "main button", Map.of());
        assertThat(services.calls("PATCH /api/my-registrations").getFirst().body())
                .contains("\"name\":\"Åse Ny\"", "En\\nto <b>");
    }

    /** Half typed on each page behind the link, and where links are asked for. */
    @Test
    void keepsWhatIsTypedWhenTheLanguageIsChanged() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true));
        Map<String, Map<String, String>> typed = Map.of(
                MINE + "/ret",
                Map.of("name", "Åse Ny", "comment", "Kommer senere"),
                MINE + "/giv-videre",
                Map.of("name", "Bo", "email", "ikke færdig"),
                "/mine-links",
                Map.of("email", "ikke færdig"));
        typed.forEach((path, answers) -> {
            PortalPages.Page english = reader.press(reader.get(path), ".languages button[lang=en]", answers);

            assertThat(english.status()).as(path).isEqualTo(200);
            assertThat(english.document().select("html").attr("lang")).as(path).isEqualTo("en");
            assertThat(english.document().select("[data-module=error-summary]"))
                    .as("nobody asked for a check")
                    .isEmpty();
            answers.forEach((field, text) -> assertThat(
                            english.document().getElementById(field).val())
                    .as(path)
                    .isEqualTo(text));
            reader.press(english, ".languages button[lang=da]", Map.of());
        });
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void sendsLinksAgainAndTellsAStrangerNothing() {
        services.on("POST /api/my-registrations/links", 202, "");

        PortalPages.Page form = reader.get("/mine-links");
        PortalPages.Page sent = reader.submit(form, Map.of("email", "aase@skole.example"), "");

        assertThat(sent.text()).contains("Er der en tilmelding med den e-mail");
        assertThat(services.calls("POST /api/my-registrations/links").getFirst().body())
                .contains("aase@skole.example");
    }
}
