package dk.astra.portal;

import static dk.astra.portal.Samples.TOKEN;
import static dk.astra.portal.Samples.mine;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every page tells the browser, whatever its status. TLS: {@link BehindAProxyTest}. */
class SecurityHeadersTest extends WithStubs {

    private static final String FORM = "/arrangementer/m1/tilmelding";
    private static final List<String> PUBLIC = List.of(
            "/",
            "/arrangementer",
            "/arrangementer/m1",
            FORM,
            "/arrangementer/m1/kvittering",
            "/min/" + TOKEN,
            "/min/" + TOKEN + "/afmeld",
            "/min/en-ukendt-laenke-som-er-lang",
            "/was",
            "/privatliv",
            "/cookies",
            "/log-ind-fejlede",
            "/travlt",
            "/findes-ikke",
            "/arrangementer/findes-ikke",
            "/portal.css",
            "/portal.js",
            "/send-again.js",
            "/questions.js",
            "/combobox.js",
            "/widget.js",
            "/institutioner?q=",
            "/favicon.svg");

    private static final Map<String, String> STRICT = Map.of(
            "default-src", "'none'",
            "script-src", "'self'",
            "style-src", "'self'",
            "img-src", "'self'",
            "font-src", "'self'",
            "connect-src", "'self'",
            "object-src", "'none'",
            "base-uri", "'none'",
            "frame-ancestors", "'none'",
            "form-action", "'self'");

    @BeforeEach
    void aRegistrationIsThere() {
        services.on("GET /api/my-registrations", mine("CONFIRMED", true));
    }

    @Test
    void areStrictOnEveryPublicPage() {
        for (String path : PUBLIC) {
            strict(path, reader.get(path));
        }
    }

    @Test
    void areStrictOnWhatTheFormAnswers() {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("name", "Åse Prøve");
        answers.put("email", "aase@skole.example");
        answers.put("municipalityCode", "0851");
        PortalPages.Page form = reader.get(FORM);
        PortalPages.Page check = reader.submit(form, answers, "tjek");
        strict("errors", reader.submit(form, Map.of(), "tjek"));
        strict("answers", check);
        services.on("POST /api/registrations", 503, "{}");
        strict("outage", reader.submit(check, Map.of(), "send"));
        services.on("POST /api/registrations", 409, "{}");
        strict("refusal", reader.submit(check, Map.of(), "send"));
        services.on("GET /api/meetings", 503, "{}");
        strict("503", reader.get("/"));
        strict("400", reader.get("/?q=%FF"));
    }

    private static void strict(String page, PortalPages.Page answer) {
        assertThat(directives(answer)).as(page).isEqualTo(STRICT);
        assertThat(answer.header("X-Content-Type-Options")).as(page).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).as(page).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).as(page).isIn("same-origin", "no-referrer");
        assertThat(answer.header("Permissions-Policy"))
                .as(page)
                .contains("camera=()", "geolocation=()", "microphone=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).as(page).isEqualTo("same-origin");
        assertThat(answer.header("Server")).as(page).isEmpty();
    }

    private static Map<String, String> directives(PortalPages.Page answer) {
        return Arrays.stream(answer.header("Content-Security-Policy").split(";"))
                .map(String::strip)
                .filter(directive -> !directive.isEmpty())
                .collect(Collectors.toMap(
                        directive -> directive.substring(0, directive.indexOf(' ')),
                        directive -> directive.substring(directive.indexOf(' ') + 1)));
    }
}
