/** The processes under load, and what they cost. */
@NullMarked
package dk.astra.benchmarks.platform;

import org.jspecify.annotations.NullMarked;
