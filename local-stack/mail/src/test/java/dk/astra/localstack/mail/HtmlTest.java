package dk.astra.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void linksAddressesAndLeavesTheFullStopOut() {
        assertThat(Html.withLinks("Se https://a.example/x?y=1&z=2. Og (http://b.example/)."))
                .isEqualTo("Se <a href=\"https://a.example/x?y=1&amp;z=2\">https://a.example/x?y=1&amp;z=2</a>."
                        + " Og (<a href=\"http://b.example/\">http://b.example/</a>).");
    }

    @Test
    void linksNothingButWebAddresses() {
        assertThat(Html.withLinks("javascript:alert(1) <b>")).isEqualTo("javascript:alert(1) &lt;b&gt;");
    }
}
