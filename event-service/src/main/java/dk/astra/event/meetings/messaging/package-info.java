/** Meetings as facts of the stream {@code meetings}. */
@NullMarked
package dk.astra.event.meetings.messaging;

import org.jspecify.annotations.NullMarked;
