package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.mine;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An offered seat, a mailbox to confirm, and two waiting lists, as participants and organisers meet them. */
class OfferPagesTest extends WithStubs {

    static final String UNTIL = "2026-12-03T11:00:00Z";
    static final String MINE = "/min/" + TOKEN;
    private static final String OTHER = "z7Yx2mVt0aBcDeFgHiJkLmNoPqRsTuVw";

    /** Who was offered a seat, or has to confirm the mailbox. */
    static String offered(boolean unconfirmed) {
        return with(mine("OFFERED", true), "\"offeredUntil\":\"" + UNTIL + "\",\"unconfirmed\":" + unconfirmed);
    }

    static String ended(String reason) {
        return with(mine("CANCELLED", false), "\"endedBecause\":\"" + reason + "\"");
    }

    static String waitingAtBoth() {
        return with(
                mine("WAITLISTED", true),
                "\"eitherOf\":{\"meetingId\":\"m2\",\"status\":\"WAITLISTED\",\"link\":\"https://tilmelding.example/min/"
                        + OTHER + "\"}");
    }

    static String offering(String meeting) {
        return with(meeting, "\"promotion\":\"OFFER\",\"offerHours\":24,\"confirmsEmail\":true");
    }

    static String with(String json, String fields) {
        String object = json.strip();
        return object.substring(0, object.length() - 1) + "," + fields + "}";
    }

    @Test
    void showsTheOfferWithItsDeadlineInWords() {
        services.on("GET /api/my-registrations", offered(false));

        PortalPages.Page page = reader.get(MINE);

        assertThat(page.text())
                .contains("Der er en plads til dig", "Svar senest torsdag d. 3. december 2026 kl. 12.00")
                .doesNotContain("Giv pladsen til en kollega");
        assertThat(page.document().select("form[action$=/tag-imod] button").text())
                .isEqualTo("Ja tak, jeg tager pladsen");
        assertThat(services.changes()).as("looking changes nothing").isEmpty();
        assertThat(reader.get(MINE + "?lang=en").text())
                .contains("There is a seat for you", "Thursday 3 December 2026 at 12:00");
    }

    @Test
    void takesTheSeatByTheButton() {
        services.on("GET /api/my-registrations", offered(false))
                .on("POST /api/my-registrations/accept", mine("CONFIRMED", true));
        PortalPages.Page page = reader.get(MINE);
        services.on("GET /api/my-registrations", mine("CONFIRMED", true));

        PortalPages.Page done = reader.submit(page, Map.of(), "");

        assertThat(services.calls("POST /api/my-registrations/accept")
                        .getFirst()
                        .header("X-Registration-Link"))
                .isEqualTo(TOKEN);
        assertThat(done.text()).contains("Du er tilmeldt", "Pladsen er din");
        assertThat(done.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void tellsTheTruthToWhoComesTooLate() {
        services.on("GET /api/my-registrations", ended("OFFER_LAPSED"))
                .on(
                        "POST /api/my-registrations/accept",
                        409,
                        "{\"type\":\"https://tilmelding.astra.dk/problems/offer-over\",\"detail\":\"Pladsen er ikke længere din\"}");

        PortalPages.Page page = reader.post(MINE + "/tag-imod", Map.of());

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text())
                .contains("Pladsen er ikke længere din", "Tilbuddet er udløbet", "Tilmeld dig igen")
                .doesNotContain("Ja tak");
    }

    /** The languages on a page that answers a button lead to the button's address. */
    @Test
    void canBeReadInTheOtherLanguageAfterARefusal() {
        services.on("GET /api/my-registrations", offered(false));

        for (String button : List.of("/tag-imod", "/skift", "/begge")) {
            PortalPages.Page page = reader.get(MINE + button + "?lang=en");
            assertThat(page.status()).as(button).isEqualTo(200);
            assertThat(page.text()).as(button).contains("There is a seat for you");
        }
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void declinesOnlyByTheButton() {
        services.on("GET /api/my-registrations", offered(false))
                .on("POST /api/my-registrations/cancel", ended("OFFER_DECLINED"));

        PortalPages.Page confirm = reader.get(MINE + "/afmeld");
        assertThat(confirm.h1()).isEqualTo("Vil du sige nej tak til pladsen?");
        assertThat(services.changes()).isEmpty();
        services.on("GET /api/my-registrations", ended("OFFER_DECLINED"));
        PortalPages.Page done = reader.submit(confirm, Map.of(), "");

        assertThat(services.calls("POST /api/my-registrations/cancel")).hasSize(1);
        assertThat(done.text()).contains("Du har sagt nej tak", "Tak, fordi du gav besked");
    }

    /** Who has not confirmed yet was never in a line. */
    @Test
    void speaksOfNoLineToWhoHasYetToConfirm() {
        services.on("GET /api/my-registrations", offered(true));

        PortalPages.Page confirm = reader.get(MINE + "/afmeld");

        assertThat(confirm.h1()).startsWith("Vil du afmelde dig");
        assertThat(confirm.text()).doesNotContain("Du står ikke længere på ventelisten");
    }

    @Test
    void asksToConfirmTheMailbox() {
        services.on("GET /api/my-registrations", offered(true));

        PortalPages.Page page = reader.get(MINE);

        assertThat(page.text()).contains("Bekræft din tilmelding", "Bekræft senest torsdag d. 3. december 2026");
        assertThat(page.document().select("form[action$=/tag-imod] button").text())
                .isEqualTo("Ja, bekræft min tilmelding");
    }

    @Test
    void saysBeforehandThatTheMailboxHasToBeConfirmed() {
        String meeting = meeting("m1", "Temadag om energi", "SCHEDULED", START);
        Map<String, String> person =
                Map.of("name", "Åse Prøve", "email", "aase@skole.example", "municipalityCode", "0851");
        services.on("GET /api/meetings/m1", offering(meeting));
        PortalPages.Page form = reader.get("/arrangementer/m1/tilmelding");
        assertThat(form.document().select("#email-hint").text()).contains("når du har bekræftet med linket");
        PortalPages.Page check = reader.submit(form, person, "tjek");
        assertThat(check.text()).contains("holder vi den, til du har bekræftet med linket i mailen");
        services.on(
                "POST /api/registrations",
                201,
                "{\"registrationId\":\"r1\",\"meetingId\":\"m1\",\"status\":\"OFFERED\",\"seat\":null,\"placeInLine\":null,"
                        + "\"repeated\":false,\"link\":null,\"offeredUntil\":\"" + UNTIL
                        + "\",\"confirmByMail\":true}");
        assertThat(reader.submit(check, Map.of(), "send").text())
                .as("and afterwards what to do")
                .contains(
                        "Vi holder en plads til dig",
                        "Bekræft senest torsdag d. 3. december 2026 kl. 12.00 med linket");

        services.on("GET /api/meetings/m1", meeting);
        assertThat(reader.get("/arrangementer/m1/tilmelding").text())
                .as("where nobody asks for it")
                .doesNotContain("bekræftet med linket");
    }

    @Test
    void saysHowLongOneHasToAnswerWhenAnOfferComes() {
        services.on("GET /api/my-registrations", mine("WAITLISTED", true))
                .on("GET /api/meetings/m1", offering(meeting("m1", "Temadag om energi", "SCHEDULED", START)));

        assertThat(reader.get(MINE).text()).contains("får du en mail og har 24 timer til at svare");
    }

    @Test
    void waitsAtTheTwinTooOnlyByTheButton() {
        services.on("GET /api/my-registrations", mine("WAITLISTED", true))
                .on("GET /api/meetings/m2", meeting("m2", "Temadag om energi", "SCHEDULED", START))
                .on(
                        "POST /api/my-registrations/either",
                        "{\"registration\":" + mine("WAITLISTED", true) + ",\"link\":\"https://tilmelding.example/min/"
                                + OTHER + "\"}");

        PortalPages.Page mine = reader.get(MINE);
        assertThat(mine.document().select("a[href*=begge]")).hasSize(1);
        PortalPages.Page confirm = reader.get(MINE + "/begge?til=m2");
        assertThat(confirm.text()).contains("bliver du automatisk slettet det andet sted");
        assertThat(services.changes()).isEmpty();
        services.on("GET /api/my-registrations", waitingAtBoth());
        PortalPages.Page done = reader.submit(confirm, Map.of(), "");

        assertThat(services.calls("POST /api/my-registrations/either")
                        .getFirst()
                        .body())
                .contains("\"m2\"");
        assertThat(done.text()).contains("Du står også på ventelisten i den anden landsdel");
        assertThat(done.document().select("a[href=/min/" + OTHER + "]")).hasSize(1);
        assertThat(done.document().select("main a[href*=skift], main a[href*=begge]"))
                .isEmpty();
    }

    @Test
    void goesToTheSeatWhereTheTwinHadOne() {
        services.on("GET /api/my-registrations", mine("WAITLISTED", true))
                .on("GET /api/meetings/m2", meeting("m2", "Temadag om energi", "SCHEDULED", START))
                .on(
                        "POST /api/my-registrations/either",
                        "{\"registration\":" + mine("CONFIRMED", true) + ",\"link\":\"https://tilmelding.example/min/"
                                + OTHER + "\"}");

        PortalPages.Page page = reader.post(MINE + "/begge", Map.of("til", "m2"));

        assertThat(page.response().uri().getPath()).isEqualTo("/min/" + OTHER);
    }

    @Test
    void saysWhereTheSeatIsWhenAPlaceWasLeftByItself() {
        services.on(
                "GET /api/my-registrations",
                with(
                        mine("CANCELLED", false)
                                .replace("\"movedTo\":null", "\"movedTo\":\"https://x/min/" + OTHER + "\""),
                        "\"endedBecause\":\"SEAT_AT_TWIN\""));

        PortalPages.Page page = reader.get(MINE);

        assertThat(page.text()).contains("Du har fået plads et andet sted", "Du ventede to steder");
        assertThat(page.document().select("a[href=/min/" + OTHER + "]")).hasSize(1);
    }

    @Test
    void showsOrganisersWhoHasToAnswerUntilWhen() {
        signIn.signsIn("ORGANISER");
        services.on("GET /api/meetings/m1", offering(meeting("m1", "Temadag om energi", "SCHEDULED", START)))
                .on(
                        "GET /api/meetings/m1/registrations",
                        items(
                                Samples.participant("r1", "CONFIRMED", 1, "Åse Prøve"),
                                with(
                                        Samples.participant("r2", "OFFERED", 2, "Bo Test"),
                                        "\"offeredUntil\":\"" + UNTIL + "\"")));

        PortalPages.Page page = reader.get("/intern/arrangementer/m1");

        assertThat(page.text())
                .contains("Har fået tilbudt en plads (1)", "torsdag d. 3. december 2026 kl. 12.00 Bo Test")
                .contains("Tilbydes den første på ventelisten i 24 timer", "Bekræftes med en mail");
    }

    @Test
    void sendsTheOrganisersChoiceAndShowsItAgain() {
        signIn.signsIn("ORGANISER");
        services.on("GET /api/meetings/m1", offering(meeting("m1", "Temadag om energi", "SCHEDULED", START)))
                .on("PUT /api/meetings/m1", meeting("m1", "Temadag om energi", "SCHEDULED", START));

        PortalPages.Page form = reader.get("/intern/arrangementer/m1/ret");
        assertThat(form.document().select("#promotion option[selected]").val()).isEqualTo("OFFER");
        assertThat(form.document().select("#offerHours").val()).isEqualTo("24");
        assertThat(form.document().select("#confirmsEmail").hasAttr("checked")).isTrue();
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put("offerHours", "12");
        reader.submit(form, changed, "");

        assertThat(services.calls("PUT /api/meetings/m1").getFirst().body())
                .contains("\"promotion\":\"OFFER\"", "\"offerHours\":12", "\"confirmsEmail\":true");
    }
}
