/** The {@code evidence} stream, keyed by evidence: what staff recorded by hand for the plan. */
@NullMarked
package dk.astra.contracts.evidence;

import org.jspecify.annotations.NullMarked;
