/** The {@code invitations} stream, keyed by invitation: who was asked to a meeting, and what they said. */
@NullMarked
package dk.astra.contracts.invitations;

import org.jspecify.annotations.NullMarked;
