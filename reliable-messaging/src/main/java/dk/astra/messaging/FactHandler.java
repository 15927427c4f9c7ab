package dk.astra.messaging;

import dk.astra.contracts.Fact;

/** The effect of one kind of fact; called again for duplicates, so it must be harmless then. */
@FunctionalInterface
public interface FactHandler<T extends Fact> {
    Effect handle(T fact, FactHeaders headers);
}
