/** What is measured, one class each. */
@NullMarked
package dk.astra.benchmarks.scenarios;

import org.jspecify.annotations.NullMarked;
