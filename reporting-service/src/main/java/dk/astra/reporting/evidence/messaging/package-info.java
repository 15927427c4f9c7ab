/** Writes the stream {@code evidence}. */
@NullMarked
package dk.astra.reporting.evidence.messaging;

import org.jspecify.annotations.NullMarked;
