/** Hands due mails to the SMTP server, and decides what a failure means. */
@NullMarked
package dk.astra.notification.delivery;

import org.jspecify.annotations.NullMarked;
