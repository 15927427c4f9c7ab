package dk.astra.notification.delivery;

/**
 * Whom a mail goes to; lives in memory for the length of one delivery, is never stored and never logged (P7).
 *
 * @param link the absolute personal link
 */
public record Contact(String registrationId, String name, String email, String language, String link) {

    /** Without the person: also an accident must not log it. */
    @Override
    public String toString() {
        return "Contact of " + registrationId;
    }
}
