/** Follows the stream {@code meetings}. */
@NullMarked
package dk.astra.registration.meetings.messaging;

import org.jspecify.annotations.NullMarked;
