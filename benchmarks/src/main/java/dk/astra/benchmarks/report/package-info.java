/** Figures as a table, as JSON and as a chart. */
@NullMarked
package dk.astra.benchmarks.report;

import org.jspecify.annotations.NullMarked;
