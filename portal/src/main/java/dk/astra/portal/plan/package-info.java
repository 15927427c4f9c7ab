/** Managers see how far the plan is, and open every number to the facts behind it. */
@NullMarked
package dk.astra.portal.plan;

import org.jspecify.annotations.NullMarked;
