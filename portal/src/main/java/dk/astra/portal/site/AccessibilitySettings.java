package dk.astra.portal.site;

import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The accessibility statement behind {@code /was}, prefix {@code portal.accessibility}; the law wants a telephone and a
 * written contact, and that it is gone through every year (domain.md 4.1).
 *
 * @param statement where the statement of the WAS-Tool is; then {@code /was} leads there, else it is a page of ours
 *     ({@code PORTAL_ACCESSIBILITY_STATEMENT})
 * @param phone who answers questions about accessibility ({@code PORTAL_ACCESSIBILITY_PHONE})
 * @param email the same in writing ({@code PORTAL_ACCESSIBILITY_EMAIL})
 * @param reviewed when our own page was last gone through ({@code PORTAL_ACCESSIBILITY_REVIEWED})
 */
@ConfigurationProperties("portal.accessibility")
record AccessibilitySettings(
        @Nullable URI statement,
        @Nullable String phone,
        @Nullable String email,
        LocalDate reviewed) {

    AccessibilitySettings {
        statement = statement == null || statement.toString().isBlank() ? null : statement;
        phone = phone == null || phone.isBlank() ? null : phone.strip();
        email = email == null || email.isBlank() ? null : email.strip();
    }

    /** For {@code href="tel:…"}. */
    public @Nullable String dialled() {
        return phone == null ? null : phone.replaceAll("[^+\\d]", "");
    }
}
