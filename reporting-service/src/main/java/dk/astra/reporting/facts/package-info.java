/** The trail: one small document for every fact received, and how states are kept by version. */
@NullMarked
package dk.astra.reporting.facts;

import org.jspecify.annotations.NullMarked;
