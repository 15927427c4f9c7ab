/** Known meetings in MongoDB. */
@NullMarked
package dk.astra.registration.meetings.mongo;

import org.jspecify.annotations.NullMarked;
