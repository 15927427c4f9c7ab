/** Follows the stream {@code registrations}. */
@NullMarked
package dk.astra.reporting.registrations.messaging;

import org.jspecify.annotations.NullMarked;
