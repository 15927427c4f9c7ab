/** Who is invited to a meeting, what they answered, and reminders to those who are silent. */
@NullMarked
package dk.astra.registration.invitations;

import org.jspecify.annotations.NullMarked;
