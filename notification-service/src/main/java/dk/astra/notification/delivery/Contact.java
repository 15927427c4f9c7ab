package dk.astra.notification.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Whom a mail goes to; lives in memory for the length of one delivery, is never stored and never logged (P7).
 *
 * @param link the absolute personal link
 * @param former true for who had the seat before a colleague got it
 */
public record Contact(
        String registrationId,
        String name,
        String email,
        String language,
        String link,
        @Nullable String personId,
        @Nullable Boolean former) {

    /** The link; who is written to in English finds English pages behind it. */
    String linkInTheirLanguage() {
        return language.equals("en") ? link + (link.contains("?") ? "&" : "?") + "lang=en" : link;
    }

    /** Without the person: also an accident must not log it. */
    @Override
    public String toString() {
        return "Contact of " + registrationId;
    }
}
