/** A person signs up, sees the registration and cancels it, without an account. */
@NullMarked
package dk.astra.portal.registration;

import org.jspecify.annotations.NullMarked;
