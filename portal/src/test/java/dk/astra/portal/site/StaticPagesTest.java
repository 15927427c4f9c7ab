package dk.astra.portal.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.ui.ConcurrentModel;

class StaticPagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static String view(AccessibilitySettings settings) {
        return new StaticPages(settings, new KeptAnswers(new Wording(new StaticMessageSource())))
                .accessibility(new ConcurrentModel());
    }

    @Test
    void shortAddressLeadsToTheStatementAtTheAgency() {
        URI statement = URI.create("https://was.example/tilmelding-example");

        assertThat(view(new AccessibilitySettings(statement, null, null, DAY)))
                .isEqualTo("redirect:https://was.example/tilmelding-example");
    }

    @Test
    void shortAddressIsAPageOfOursWhereThereIsNoOther() {
        assertThat(view(new AccessibilitySettings(null, null, null, DAY))).isEqualTo("was");
        assertThat(view(new AccessibilitySettings(URI.create(""), "", " ", DAY)))
                .as("settings without a value")
                .isEqualTo("was");
    }

    @Test
    void telephoneCanBeDialled() {
        AccessibilitySettings settings = new AccessibilitySettings(null, "+45 12 34 56 78", "was@astra.example", DAY);

        assertThat(settings.dialled()).isEqualTo("+4512345678");
        assertThat(new AccessibilitySettings(null, "", "", DAY).dialled()).isNull();
    }
}
