/** Needs in MongoDB. */
@NullMarked
package dk.astra.registration.needs.mongo;

import org.jspecify.annotations.NullMarked;
