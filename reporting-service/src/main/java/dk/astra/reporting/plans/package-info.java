/** The plan as yearly configuration: goals, measures, rules, and how far it is. */
@NullMarked
package dk.astra.reporting.plans;

import org.jspecify.annotations.NullMarked;
