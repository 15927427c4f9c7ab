/** The ledger over HTTP, without addresses. */
@NullMarked
package dk.astra.notification.mails.web;

import org.jspecify.annotations.NullMarked;
