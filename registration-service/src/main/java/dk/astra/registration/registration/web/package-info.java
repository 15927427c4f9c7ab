/** HTTP interface of registrations. */
@NullMarked
package dk.astra.registration.registration.web;

import org.jspecify.annotations.NullMarked;
