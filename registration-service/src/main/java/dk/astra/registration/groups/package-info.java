/** Several people signed up at once by a leader: all or as many as fit, with names now or later (ADR 0017). */
@NullMarked
package dk.astra.registration.groups;

import org.jspecify.annotations.NullMarked;
