package dk.astra.notification;

import org.springframework.data.mongodb.core.index.IndexDefinition;

/** An index that a query of this service wants; made at start-up by {@link StoreIndexes}. */
public record StoreIndex(String collection, IndexDefinition index) {}
