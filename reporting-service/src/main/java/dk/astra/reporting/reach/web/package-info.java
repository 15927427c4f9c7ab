/** The reach over HTTP. */
@NullMarked
package dk.astra.reporting.reach.web;

import org.jspecify.annotations.NullMarked;
