/** Series in the store. */
@NullMarked
package dk.astra.event.series.mongo;

import org.jspecify.annotations.NullMarked;
