/** Local copy of who is registered for what, by pseudonymous id: for mails about a changed meeting. */
@NullMarked
package dk.astra.notification.registrations;

import org.jspecify.annotations.NullMarked;
