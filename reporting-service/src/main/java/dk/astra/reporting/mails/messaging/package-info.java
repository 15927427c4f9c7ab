/** Follows the stream {@code deliveries}. */
@NullMarked
package dk.astra.reporting.mails.messaging;

import org.jspecify.annotations.NullMarked;
