/** How facts are taken in: one document per aggregate, with its latest state and the trail of its facts. */
@NullMarked
package dk.astra.reporting.facts;

import org.jspecify.annotations.NullMarked;
