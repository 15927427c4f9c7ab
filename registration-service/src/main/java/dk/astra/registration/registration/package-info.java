/** A person's place at a meeting: seats, the waiting list, and the changes of both (P1, P2, P6). */
@NullMarked
package dk.astra.registration.registration;

import org.jspecify.annotations.NullMarked;
