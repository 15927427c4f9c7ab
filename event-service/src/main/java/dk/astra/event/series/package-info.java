/** Meetings that belong together, such as East/West twins with identical content. */
@NullMarked
package dk.astra.event.series;

import org.jspecify.annotations.NullMarked;
