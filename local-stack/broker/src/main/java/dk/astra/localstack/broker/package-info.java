/** The embedded Kafka broker: one KRaft node from its own jars, its log on disk, a process of its own. */
@NullMarked
package dk.astra.localstack.broker;

import org.jspecify.annotations.NullMarked;
