/** Streams in and out of the ledger: facts become mails, and what became of them is told. */
@NullMarked
package dk.astra.notification.mails.messaging;

import org.jspecify.annotations.NullMarked;
