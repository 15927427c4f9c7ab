/** HTTP interface of the reference data. */
@NullMarked
package dk.astra.registration.reference.web;

import org.jspecify.annotations.NullMarked;
