package dk.astra.portal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WidgetSettingsTest {

    @Test
    void namesTheSitesThatMayShowUs() {
        assertThat(new WidgetSettings(List.of("*")).frameAncestors()).isEqualTo("*");
        assertThat(new WidgetSettings(List.of("https://skole.example", " https://*.kommune.example:8443 "))
                        .frameAncestors())
                .isEqualTo("https://skole.example https://*.kommune.example:8443");
    }

    @Test
    void letsNobodyWhereNobodyIsNamed() {
        assertThat(new WidgetSettings(List.of()).frameAncestors()).isEqualTo("'none'");
        assertThat(new WidgetSettings(List.of(" ")).frameAncestors()).isEqualTo("'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"skole.example", "https://skole.example/side", "https://a; script-src *", "'self'", "javascript:"
            })
    void refusesWhatIsNoOrigin(String origin) {
        assertThatIllegalArgumentException().isThrownBy(() -> new WidgetSettings(List.of(origin)));
    }
}
