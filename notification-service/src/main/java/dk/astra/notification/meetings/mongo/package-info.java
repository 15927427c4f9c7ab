/** The copy of the meetings in the store. */
@NullMarked
package dk.astra.notification.meetings.mongo;

import org.jspecify.annotations.NullMarked;
