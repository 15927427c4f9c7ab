/** Faults made on purpose, and the count of what they left. */
@NullMarked
package dk.astra.systemtests.drills;

import org.jspecify.annotations.NullMarked;
