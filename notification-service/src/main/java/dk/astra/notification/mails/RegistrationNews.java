package dk.astra.notification.mails;

import dk.astra.notification.registrations.KnownRegistration;
import java.util.List;

/**
 * What a fact tells of a registration.
 *
 * @param causes of the mails that it makes due; empty when nobody is written to about it
 * @param erased the person asked to be forgotten
 */
public record RegistrationNews(KnownRegistration registration, List<Cause> causes, boolean erased) {

    public RegistrationNews {
        causes = List.copyOf(causes);
    }
}
