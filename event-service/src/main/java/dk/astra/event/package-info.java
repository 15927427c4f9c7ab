/**
 * What can be signed up for: meetings, and series of meetings such as East/West twins.
 *
 * <p>Writes the stream {@code meetings} and follows none. Asks registration-service before it lowers a capacity.
 * Knows no participants.
 */
@NullMarked
package dk.astra.event;

import org.jspecify.annotations.NullMarked;
