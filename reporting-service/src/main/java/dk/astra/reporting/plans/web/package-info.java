/** The plan over HTTP. */
@NullMarked
package dk.astra.reporting.plans.web;

import org.jspecify.annotations.NullMarked;
