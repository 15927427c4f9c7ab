package dk.astra.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** Where there is no proxy nobody can pretend to be another client, or to come by TLS. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"portal.meetings.fresh=0s", "portal.sign-up.steps=3", "portal.sign-up.per=10m"})
class WithoutAProxyTest extends WithStubs {

    private PortalPages.Page pressAs(String client) {
        return reader.post(
                "/arrangementer/m1/tilmelding",
                PortalPages.FORM,
                PortalPages.body(Map.of("name", "Åse", "step", "ret")),
                "X-Forwarded-For",
                client,
                "X-Forwarded-Proto",
                "https");
    }

    @Test
    void believesNoHeader() {
        for (int client = 1; client <= 3; client++) {
            PortalPages.Page page = pressAs("203.0.113." + client);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("Strict-Transport-Security")).isEmpty();
        }
        assertThat(pressAs("203.0.113.4").status()).isEqualTo(429);
    }
}
