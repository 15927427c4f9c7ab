/** The ledger in the store. */
@NullMarked
package dk.astra.notification.mails.mongo;

import org.jspecify.annotations.NullMarked;
