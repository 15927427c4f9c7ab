package dk.astra.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** An installation names the sites that may show its meetings; {@link FramedPagesTest} is the control with all. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "portal.meetings.fresh=0s",
            "tilmelding.widget.allowed-origins=https://skole.example,https://*.kommune.example"
        })
class FramedBySomeTest extends WithStubs {

    @Test
    void namesThemAndNobodyElse() {
        assertThat(reader.get("/indlejret/arrangementer/m1").header("Content-Security-Policy"))
                .endsWith("frame-ancestors https://skole.example https://*.kommune.example");
        assertThat(reader.get("/arrangementer/m1").header("Content-Security-Policy"))
                .contains("frame-ancestors 'none'");
    }
}
