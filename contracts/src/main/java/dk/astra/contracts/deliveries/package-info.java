/** The {@code deliveries} stream, keyed by mail: what became of each mail. */
@NullMarked
package dk.astra.contracts.deliveries;

import org.jspecify.annotations.NullMarked;
