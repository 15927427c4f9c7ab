/** Series by HTTP. */
@NullMarked
package dk.astra.event.series.web;

import org.jspecify.annotations.NullMarked;
