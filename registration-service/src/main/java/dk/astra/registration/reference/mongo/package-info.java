/** Reference data in MongoDB. */
@NullMarked
package dk.astra.registration.reference.mongo;

import org.jspecify.annotations.NullMarked;
