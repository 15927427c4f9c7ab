/** Groups as facts on the stream {@code registrations}. */
@NullMarked
package dk.astra.registration.groups.messaging;

import org.jspecify.annotations.NullMarked;
