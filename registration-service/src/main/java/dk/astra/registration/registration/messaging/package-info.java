/** Registrations as facts on the stream {@code registrations}. */
@NullMarked
package dk.astra.registration.registration.messaging;

import org.jspecify.annotations.NullMarked;
