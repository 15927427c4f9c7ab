/**
 * Registrations, seats, waiting lists and the person vault: who has a place at which meeting.
 *
 * <p>Follows the stream {@code meetings}; writes the streams {@code registrations} and {@code invitations}. The only
 * service that holds names, addresses and answers (promise P7).
 */
@NullMarked
package dk.astra.registration;

import org.jspecify.annotations.NullMarked;
