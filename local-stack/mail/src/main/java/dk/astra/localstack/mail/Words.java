package dk.astra.localstack.mail;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The page's texts in the reader's language, Danish unless English is asked for. */
record Words(Locale locale, ResourceBundle texts) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final List<String> LANGUAGES = List.of("da", "en");

    static Words of(Query query, @Nullable String acceptLanguage) {
        String language = query.get("lang").filter(LANGUAGES::contains).orElseGet(() -> preferred(acceptLanguage));
        Locale locale = Locale.of(language, language.equals("da") ? "DK" : "GB");
        return new Words(
                locale,
                ResourceBundle.getBundle(
                        "dk.astra.localstack.mail.words",
                        Locale.of(language),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    private static String preferred(@Nullable String acceptLanguage) {
        try {
            String tag = acceptLanguage == null
                    ? null
                    : Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return tag == null ? "da" : tag;
        } catch (IllegalArgumentException unreadable) {
            return "da";
        }
    }

    String get(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    String time(Instant instant) {
        return DateTimeFormatter.ofPattern("d. MMM yyyy HH.mm.ss", locale)
                .withZone(ZONE)
                .format(instant);
    }

    /** The same page in the other language. */
    Map.Entry<String, String> other() {
        return locale.getLanguage().equals("da") ? Map.entry("en", "In English") : Map.entry("da", "På dansk");
    }
}
