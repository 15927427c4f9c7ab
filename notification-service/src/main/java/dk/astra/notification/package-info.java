/**
 * Every mail that is due is delivered, or shown as a failed delivery with its reason (promise P5).
 *
 * <p>Streams in: {@code meetings}, {@code registrations} and {@code invitations}, group {@code notification}. Stream out:
 * {@code deliveries}. The ledger holds one mail per cause; names and addresses are asked for at the moment of sending and
 * never kept (promise P7).
 */
@NullMarked
package dk.astra.notification;

import org.jspecify.annotations.NullMarked;
