/** The copy of the registrations in the store. */
@NullMarked
package dk.astra.notification.registrations.mongo;

import org.jspecify.annotations.NullMarked;
