package dk.astra.notification.mails;

import dk.astra.notification.registrations.KnownRegistration;
import org.jspecify.annotations.Nullable;

/**
 * What a fact tells of a registration.
 *
 * @param cause of the mail that it makes due; null when nobody is written to about it
 * @param erased the person asked to be forgotten
 */
public record RegistrationNews(
        KnownRegistration registration, @Nullable Cause cause, boolean erased) {}
