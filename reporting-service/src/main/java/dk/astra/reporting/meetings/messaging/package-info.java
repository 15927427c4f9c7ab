/** Follows the stream {@code meetings}. */
@NullMarked
package dk.astra.reporting.meetings.messaging;

import org.jspecify.annotations.NullMarked;
