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
}
