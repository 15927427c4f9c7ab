package dk.astra.portal;

import static dk.astra.portal.Samples.fact;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.measure;
import static dk.astra.portal.Samples.plan;
import static dk.astra.portal.Samples.reach;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanPagesTest extends WithStubs {

    private static final String MEASURE = "/intern/plan/2027/1.3-EUD-1";

    @BeforeEach
    void aManagerSignsIn() {
        signIn.signsIn("MANAGER");
        services.on("GET /api/plans", items("{\"planId\":\"2027\",\"title\":{\"da\":\"Plan\",\"en\":\"Plan\"}}"))
                .on("GET /api/plans/2027", plan())
                .on(
                        "GET /api/plans/2027/measures/1.3-EUD-1/trail",
                        "{\"measure\":" + measure("1.3-EUD-1", 1, false) + ",\"facts\":["
                                + fact("f1", "meeting.held.v1", "meetings") + ","
                                + fact("f2", "evidence.recorded.v1", "evidence") + "]}")
                .on("GET /api/reach", reach())
                .on("GET /api/facts", items(fact("f1", "registration.created.v1", "registrations")));
    }

    @Test
    void showsGoalsInWordsAndEveryMeasureAsALink() {
        PortalPages.Page page = reader.get("/intern");

        assertThat(page.h1()).isEqualTo("Mål- og resultatplan 2027");
        assertThat(page.text())
                .contains(
                        "Resultat: 30 %",
                        "Mål 1.3: Netværksaktiviteter Ikke opfyldt 1 af 2 delmål er nået",
                        "Mål 2.1: Administrative systemer Delvist opfyldt",
                        "1 af 2 møder",
                        "2 af 2 møder");
        assertThat(page.document().select(".measures a").eachAttr("href"))
                .contains("/intern/plan/2027/1.3-EUD-1", "/intern/plan/2027/2.1a-1");
    }

    @Test
    void opensTheFactsBehindAMeasure() {
        PortalPages.Page page = reader.get(MEASURE);

        assertThat(page.text()).contains("Fakta bag tallet (2)", "Mødet blev holdt", "meeting.held.v1");
        assertThat(page.document().select("a[href$=/fjern]").eachAttr("href"))
                .containsExactly(MEASURE + "/dokumentation/e1/fjern");
    }

    @Test
    void takesEvidenceAndGivesItBack() {
        services.on("POST /api/plans/2027/measures/1.3-EUD-1/evidence", 201, "{\"evidenceId\":\"e2\"}")
                .on("DELETE /api/plans/2027/measures/1.3-EUD-1/evidence/e1", 204, "");

        PortalPages.Page page = reader.submit(
                reader.get(MEASURE), Map.of("value", "2,5", "date", "2027-03-01", "note", "Nyhedsbrev 1"), "");
        assertThat(page.status()).isEqualTo(200);
        assertThat(services.calls("POST /api/plans/2027/measures/1.3-EUD-1/evidence")
                        .getFirst()
                        .body())
                .contains("\"value\":2.5", "\"date\":\"2027-03-01\"", "Nyhedsbrev 1");

        PortalPages.Page ask = reader.get(MEASURE + "/dokumentation/e1/fjern");
        assertThat(services.calls("DELETE /api/plans/2027/measures/1.3-EUD-1/evidence/e1"))
                .isEmpty();
        reader.submit(ask, Map.of(), "");
        assertThat(services.calls("DELETE /api/plans/2027/measures/1.3-EUD-1/evidence/e1"))
                .hasSize(1);
    }

    @Test
    void saysWhatIsMissingInEvidence() {
        PortalPages.Page page = reader.submit(reader.get(MEASURE), Map.of("value", "to", "date", ""), "");

        assertThat(page.document().select("[data-module=error-summary] a").eachAttr("href"))
                .containsExactly("#value", "#date", "#note");
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void linksEveryFigureToItsFacts() {
        PortalPages.Page page = reader.get("/intern/tal?from=2027-01-01&to=2027-12-31");

        assertThat(page.text()).contains("120 Tilmeldinger i alt", "77 Fremmødte i alt");
        assertThat(page.document().select(".figures a, td a"))
                .allSatisfy(link -> assertThat(link.attr("href"))
                        .startsWith("/intern/tal/fakta?kind=")
                        .contains("from=2027-01-01"));
        PortalPages.Page facts =
                reader.get(page.document().select("td a").first().attr("href"));
        assertThat(facts.text()).contains("Med plads: fakta bag tallet", "registration.created.v1");
        assertThat(services.calls("GET /api/facts").getFirst().query())
                .contains("kind=confirmed", "meetingId=m1", "from=2027-01-01");
    }

    @Test
    void saysSoWhenReportingServiceIsAway() {
        services.on("GET /api/plans", 503, "{}");

        assertThat(reader.get("/intern/plan").status()).isEqualTo(503);
    }
}
