/** The {@code registrations} stream, keyed by registration: who is in, by pseudonymous id. */
@NullMarked
package dk.astra.contracts.registrations;

import org.jspecify.annotations.NullMarked;
