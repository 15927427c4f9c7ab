package dk.astra.portal;

import static dk.astra.portal.Samples.seat;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Clients are told apart by what the proxy says, and one that presses too often is told so on a page that keeps its
 * answers. Each test has clients of its own. Controls: {@link WithoutAProxyTest}, and {@link SignUpPagesTest} without a
 * limit.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "portal.meetings.fresh=0s",
            "portal.sign-up.sends=3",
            "portal.sign-up.steps=5",
            "portal.sign-up.per=10m",
            "server.forward-headers-strategy=native"
        })
class BehindAProxyTest extends WithStubs {

    private static final String FORM = "/arrangementer/m1/tilmelding";

    private final MeterRegistry meters;

    BehindAProxyTest(@Autowired MeterRegistry meters) {
        this.meters = meters;
    }

    @BeforeEach
    void answersWithASeat() {
        services.on("POST /api/registrations", 201, seat());
    }

    private PortalPages.Page press(String client, String step) {
        return press(client, step, FORM);
    }

    private PortalPages.Page press(String client, String step, String path) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", "Åse Prøve");
        fields.put("email", "aase@skole.example");
        fields.put("municipalityCode", "0851");
        fields.put("comment", "Ingen mælk");
        fields.put("step", step);
        return reader.post(path, PortalPages.FORM, PortalPages.body(fields), "X-Forwarded-For", client);
    }

    private void press(String client, String step, int times) {
        for (int press = 0; press < times; press++) {
            assertThat(press(client, step).status()).isEqualTo(200);
        }
    }

    @Test
    void keepsTheAnswersOfWhomeverHasToWait() {
        press("203.0.113.1", "send", 3);

        PortalPages.Page page = press("203.0.113.1", "send");

        assertThat(page.status()).isEqualTo(429);
        assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(2, 200);
        assertThat(page.text())
                .contains("Dine svar er ikke gået tabt", "Der kommer mange svar fra dit netværk", "Ingen mælk");
        assertThat(page.document().select("main input[name=email]").val()).isEqualTo("aase@skole.example");
        assertThat(page.document().select("[data-again]").attr("data-wait")).isEqualTo(page.header("Retry-After"));
        assertThat(services.calls("POST /api/registrations")).hasSize(3);
    }

    @Test
    void keepsNobodyElseWaiting() {
        press("203.0.113.2", "send", 3);
        assertThat(press("203.0.113.2", "send").status()).isEqualTo(429);

        assertThat(press("203.0.113.3", "send").status()).isEqualTo(200);
        assertThat(press("203.0.113.2", "tjek").status()).isEqualTo(200);
    }

    @Test
    void boundsTheOtherButtonsToo() {
        press("203.0.113.4", "tjek", 5);

        PortalPages.Page page = press("203.0.113.4", "tjek");

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.h1()).isEqualTo("Vent et øjeblik");
        assertThat(page.document().select("main button").eachText()).containsExactly("Prøv igen");
        assertThat(page.document().select("main button").val()).isEqualTo("tjek");
        assertThat(page.document().select("[data-again]"))
                .as("only what is sent is sent again by itself")
                .isEmpty();
    }

    @Test
    void saysSoInTheReadersLanguage() {
        press("203.0.113.5", "send", 3);

        PortalPages.Page page = press("203.0.113.5", "send", FORM + "?lang=en");

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text()).contains("Your answers are not lost", "Many answers come from your network");
    }

    @Test
    void countsWhomItSendsAway() {
        press("203.0.113.6", "send", 3);
        press("203.0.113.6", "send");

        assertThat(meters.counter("sign-ups.limited", "step", "send").count()).isPositive();
    }

    @Test
    void asksBrowsersToStayWithTlsWhereTheProxySpeaksIt() {
        PortalPages.Page secure = reader.get("/?lang=en", "X-Forwarded-Proto", "https");
        assertThat(secure.header("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(secure.header("Set-Cookie")).contains("Secure");

        assertThat(reader.get("/").header("Strict-Transport-Security")).isEmpty();
    }
}
