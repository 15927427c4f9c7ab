/** Meetings that can be signed up for: list and meeting page. */
@NullMarked
package dk.astra.portal.meetings;

import org.jspecify.annotations.NullMarked;
