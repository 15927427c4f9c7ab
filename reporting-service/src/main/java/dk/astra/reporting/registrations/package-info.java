/** The latest state of every registration; of its person no more than the id, until erased. */
@NullMarked
package dk.astra.reporting.registrations;

import org.jspecify.annotations.NullMarked;
