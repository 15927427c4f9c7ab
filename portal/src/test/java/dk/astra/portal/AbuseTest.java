package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.group;
import static dk.astra.portal.Samples.groupPlace;
import static dk.astra.portal.Samples.meeting;
import static dk.astra.portal.Samples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A script at every form that needs no personal link: it fills what nobody sees and is told that all is well, or asks
 * without end and is told to wait. Controls without a limit: {@link SchoolSearchTest}, {@link GroupPagesTest}, {@link
 * MyRegistrationPagesTest}, {@link CampaignTest}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "portal.meetings.fresh=0s",
            "portal.sign-up.sends=3",
            "portal.sign-up.steps=30",
            "portal.sign-up.per=10m"
        })
class AbuseTest extends WithStubs {

    private static final String SPAM = "http://spam.example";

    @BeforeEach
    void meetingsOfTheirOwn() {
        // each test counts on its own
        for (String id : new String[] {"m1", "m2", "m3", "m4"}) {
            services.on("GET /api/meetings/" + id, meeting(id, "Temadag om energi", "SCHEDULED", START));
        }
        services.on("POST /api/registrations", 201, seat())
                .on("POST /api/groups", 201, group(groupPlace(1, "CONFIRMED", "Åse Prøve")))
                .on("GET /api/my-groups", group(groupPlace(1, "CONFIRMED", "Åse Prøve")))
                .on("POST /api/my-registrations/links", 202, "");
    }

    private static Map<String, String> person() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("name", "Åse Prøve");
        answers.put("email", "aase@skole.example");
        answers.put("municipalityCode", "0851");
        return answers;
    }

    private static Map<String, String> with(Map<String, String> answers, String... more) {
        Map<String, String> all = new LinkedHashMap<>(answers);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static void asksToWait(PortalPages.Page page) {
        assertThat(page.status()).isEqualTo(429);
        assertThat(Integer.parseInt(page.header("Retry-After"))).isPositive();
        assertThat(page.text()).contains("Prøv igen om");
    }

    @Test
    void boundsTheSearchForASchool() {
        for (int time = 0; time < 30; time++) {
            assertThat(reader.get("/institutioner?q=skole").status()).isEqualTo(200);
        }

        PortalPages.Page page = reader.get("/institutioner?q=skole");

        assertThat(page.status()).isEqualTo(429);
        assertThat(Integer.parseInt(page.header("Retry-After"))).isPositive();
        assertThat(services.calls("GET /api/institutions")).hasSize(30);
    }

    @Test
    void boundsTheFormThatAWidgetOpens() {
        PortalPages.Page form = reader.get("/arrangementer/m1/tilmelding?via=widget");

        PortalPages.Page machine = reader.submit(form, with(person(), "website", SPAM), "send");
        assertThat(machine.h1()).isEqualTo("Tak for din tilmelding");
        assertThat(services.changes()).isEmpty();

        reader.submit(form, person(), "send");
        reader.submit(form, person(), "send");
        PortalPages.Page last = reader.submit(form, person(), "send");
        asksToWait(last);
        assertThat(last.document().select("main input[name=name]").val())
                .as("nothing is lost")
                .isEqualTo("Åse Prøve");
        assertThat(services.calls("POST /api/registrations"))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.body()).contains("WIDGET"));
    }

    @Test
    void signsNoGroupUpForAMachine() {
        PortalPages.Page form = reader.get("/arrangementer/m2/tilmelding/flere");

        PortalPages.Page machine = reader.submit(
                form,
                with(person(), "name-1", "Bo Test", "email-1", "bo@skole.example", "fit", "WAIT", "website", SPAM),
                "send");

        assertThat(machine.h1()).isEqualTo("Tak for din tilmelding");
        assertThat(services.changes()).isEmpty();
    }

    @Test
    void countsEachPlaceOfAGroup() {
        PortalPages.Page form = reader.get("/arrangementer/m3/tilmelding/flere");

        PortalPages.Page four = reader.submit(form, with(person(), "unnamed", "4", "fit", "WAIT"), "send");

        asksToWait(four);
        assertThat(services.changes()).isEmpty();
        assertThat(reader.submit(
                                reader.get("/arrangementer/m4/tilmelding/flere"),
                                with(person(), "unnamed", "2", "fit", "WAIT"),
                                "send")
                        .response()
                        .uri()
                        .getPath())
                .startsWith("/gruppe/");
    }

    @Test
    void boundsTheMailsWithLinks() {
        PortalPages.Page form = reader.get("/mine-links");

        PortalPages.Page machine = reader.submit(form, Map.of("email", "aase@skole.example", "website", SPAM), "send");
        assertThat(machine.text()).contains("Er der en tilmelding med den e-mail");
        assertThat(services.changes()).isEmpty();

        reader.submit(form, Map.of("email", "aase@skole.example"), "send");
        PortalPages.Page asked = reader.submit(form, Map.of("email", "aase@skole.example"), "send");
        assertThat(asked.text()).contains("Er der en tilmelding med den e-mail");
        PortalPages.Page last = reader.submit(form, Map.of("email", "aase@skole.example"), "send");
        asksToWait(last);
        assertThat(last.document().select("#email").val()).isEqualTo("aase@skole.example");
        assertThat(last.text()).doesNotContain("Er der en tilmelding med den e-mail");
        assertThat(services.calls("POST /api/my-registrations/links")).hasSize(2);
    }
}
