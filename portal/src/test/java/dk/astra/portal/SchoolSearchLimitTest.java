package dk.astra.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** A script that asks without end is told to wait; {@link SchoolSearchTest} is the control without a limit. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"portal.meetings.fresh=0s", "portal.sign-up.steps=3", "portal.sign-up.per=10m"})
class SchoolSearchLimitTest extends WithStubs {

    @Test
    void isBounded() {
        for (int time = 0; time < 3; time++) {
            assertThat(reader.get("/institutioner?q=skole").status()).isEqualTo(200);
        }

        PortalPages.Page page = reader.get("/institutioner?q=skole");

        assertThat(page.status()).isEqualTo(429);
        assertThat(Integer.parseInt(page.header("Retry-After"))).isPositive();
        assertThat(services.calls("GET /api/institutions")).hasSize(3);
    }
}
