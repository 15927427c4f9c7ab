/** Registrations in MongoDB; the unique indexes decide. */
@NullMarked
package dk.astra.registration.registration.mongo;

import org.jspecify.annotations.NullMarked;
