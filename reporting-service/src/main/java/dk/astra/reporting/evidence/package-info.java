/** What staff recorded by hand for measures that no fact can compute. */
@NullMarked
package dk.astra.reporting.evidence;

import org.jspecify.annotations.NullMarked;
