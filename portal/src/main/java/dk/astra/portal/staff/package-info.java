/** Organisers schedule meetings, see participants and mails, and mark meetings as held. */
@NullMarked
package dk.astra.portal.staff;

import org.jspecify.annotations.NullMarked;
