/** Local copy of the meetings, learned from the stream {@code meetings}. */
@NullMarked
package dk.astra.notification.meetings;

import org.jspecify.annotations.NullMarked;
