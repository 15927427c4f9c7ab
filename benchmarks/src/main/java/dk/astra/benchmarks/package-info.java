/**
 * Load and micro benchmarks that print ratios to a bare reference measured in the same run. Nothing here yet: the
 * load issue fills it, and {@code ./tilmelding bench} says so until then.
 */
@NullMarked
package dk.astra.benchmarks;

import org.jspecify.annotations.NullMarked;
