/** Meetings in the store. */
@NullMarked
package dk.astra.event.meetings.mongo;

import org.jspecify.annotations.NullMarked;
