/** Invitations in MongoDB. */
@NullMarked
package dk.astra.registration.invitations.mongo;

import org.jspecify.annotations.NullMarked;
