/** Groups in the store. */
@NullMarked
package dk.astra.registration.groups.mongo;

import org.jspecify.annotations.NullMarked;
