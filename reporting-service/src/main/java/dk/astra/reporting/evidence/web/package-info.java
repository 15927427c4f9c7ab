/** Evidence over HTTP. */
@NullMarked
package dk.astra.reporting.evidence.web;

import org.jspecify.annotations.NullMarked;
