/** How many were reached, and the facts behind each figure. */
@NullMarked
package dk.astra.reporting.reach;

import org.jspecify.annotations.NullMarked;
