package dk.astra.testsupport;

import org.jspecify.annotations.Nullable;

/**
 * A mail that arrived.
 *
 * @param calendar the calendar object's text, null where the mail has none
 */
public record Mail(
        String id,
        String messageId,
        String to,
        String subject,
        @Nullable String receivedAt,
        @Nullable String text,
        @Nullable String html,
        @Nullable String calendar) {

    /** The first address in the text part that contains {@code part}. */
    public String linkWith(String part) {
        return Links.in(text == null ? "" : text).stream()
                .filter(link -> link.contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link with \"" + part + "\" in the mail " + messageId));
    }

    /** METHOD of the calendar object, for example {@code REQUEST}; null where there is none. */
    public @Nullable String calendarMethod() {
        return calendarProperty("METHOD");
    }

    /** A property of the calendar object by name, unfolded; null where it is missing. */
    public @Nullable String calendarProperty(String name) {
        if (calendar == null) {
            return null;
        }
        return calendar.replace("\r\n", "\n")
                .replace("\n ", "")
                .replace("\n\t", "")
                .lines()
                .filter(line -> line.startsWith(name + ":") || line.startsWith(name + ";"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(null);
    }
}
