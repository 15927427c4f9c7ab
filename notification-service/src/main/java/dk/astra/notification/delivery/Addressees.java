package dk.astra.notification.delivery;

import dk.astra.notification.mails.Cause;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is behind the registrations of a round: who holds them, and who gave them to a colleague. */
final class Addressees {

    private final Map<String, Contact> holders = new HashMap<>();
    private final Map<String, Contact> former = new HashMap<>();

    Addressees(Collection<Contact> contacts) {
        for (Contact contact : contacts) {
            boolean gave = Boolean.TRUE.equals(contact.former());
            (gave ? former : holders).put(contact.registrationId(), contact);
        }
    }

    /** Null for one who was erased. */
    @Nullable
    Contact of(Cause cause) {
        Contact gave = former.get(cause.registrationId());
        return gave != null && cause.personId().equals(gave.personId()) ? gave : holders.get(cause.registrationId());
    }
}
