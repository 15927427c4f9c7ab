/** Meetings by HTTP. */
@NullMarked
package dk.astra.event.meetings.web;

import org.jspecify.annotations.NullMarked;
