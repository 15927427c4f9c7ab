/** Municipalities and institutions. */
@NullMarked
package dk.astra.registration.reference;

import org.jspecify.annotations.NullMarked;
