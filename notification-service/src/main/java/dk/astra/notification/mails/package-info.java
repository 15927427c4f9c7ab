/** The ledger: one mail per cause, its states, and what people can ask and do about it. */
@NullMarked
package dk.astra.notification.mails;

import org.jspecify.annotations.NullMarked;
