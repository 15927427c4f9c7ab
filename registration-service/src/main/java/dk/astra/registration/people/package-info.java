/** The person vault: pseudonymous ids, personal links, erasure. */
@NullMarked
package dk.astra.registration.people;

import org.jspecify.annotations.NullMarked;
