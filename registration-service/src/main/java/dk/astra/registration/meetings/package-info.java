/** The local copy of what can be signed up for, learned from the stream {@code meetings}. */
@NullMarked
package dk.astra.registration.meetings;

import org.jspecify.annotations.NullMarked;
