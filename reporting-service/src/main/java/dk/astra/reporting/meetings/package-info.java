/** The latest state of every meeting. */
@NullMarked
package dk.astra.reporting.meetings;

import org.jspecify.annotations.NullMarked;
