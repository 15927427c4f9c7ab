/** Writes the stream {@code invitations}. */
@NullMarked
package dk.astra.registration.invitations.messaging;

import org.jspecify.annotations.NullMarked;
