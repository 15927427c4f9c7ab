/** Calendar objects (RFC 5545, RFC 5546) of registrations. */
@NullMarked
package dk.astra.notification.calendar;

import org.jspecify.annotations.NullMarked;
