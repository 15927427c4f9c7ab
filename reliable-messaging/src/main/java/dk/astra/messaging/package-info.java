/**
 * Facts reach their stream at least once and in order per aggregate, and every consumer's effect happens once
 * (promises P3 and P4). The only code of ours that sends to Kafka; it knows no domain words.
 *
 * <p>Out: an aggregate stores the facts that a change causes in its own document, in the same write
 * ({@link dk.astra.messaging.PendingFact} in the array {@code outbox}, with {@code pending: true}); the {@link
 * dk.astra.messaging.Outbox} sends them when the write was acknowledged, and removes them when the broker has
 * acknowledged. In: a {@link dk.astra.messaging.MessageDispatcher} turns a stream's records into facts.
 */
@NullMarked
package dk.astra.messaging;

import org.jspecify.annotations.NullMarked;
