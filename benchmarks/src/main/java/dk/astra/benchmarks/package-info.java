/**
 * Load and micro benchmarks that print ratios to a bare reference measured in the same run; behind
 * {@code ./tilmelding bench}. What the figures mean: {@code docs/performance.md}.
 */
@NullMarked
package dk.astra.benchmarks;

import org.jspecify.annotations.NullMarked;
