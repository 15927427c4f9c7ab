package dk.astra.portal.site;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may show our meetings in a frame, prefix {@code tilmelding.widget}.
 *
 * @param allowedOrigins for example {@code https://skole.example, https://*.kommune.example}; {@code *} is everybody,
 *     nothing is nobody. Only read-only pages without cookies can be framed ({@code TILMELDING_WIDGET_ALLOWED_ORIGINS})
 */
@ConfigurationProperties("tilmelding.widget")
record WidgetSettings(@DefaultValue("*") List<String> allowedOrigins) {

    /** What may stand in the header: anything else could end the directive. */
    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://(\\*\\.)?[A-Za-z0-9.-]+(:\\d{1,5})?");

    WidgetSettings {
        allowedOrigins = allowedOrigins.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .toList();
        for (String origin : allowedOrigins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "tilmelding.widget.allowed-origins: not an origin like https://skole.example: " + origin);
            }
        }
    }

    /** The sources of {@code frame-ancestors}. */
    String frameAncestors() {
        return allowedOrigins.isEmpty() ? "'none'" : String.join(" ", allowedOrigins);
    }
}
