package dk.astra.testsupport.external;

import dk.astra.testsupport.Broker;

/** Somebody's Kafka. */
record ExternalBroker(String bootstrapServers) implements Broker, NotOurs {}
