package dk.astra.testsupport;

/** The Kafka broker that tests run on. */
public interface Broker extends Faults {

    /** What {@code spring.kafka.bootstrap-servers} takes. */
    String bootstrapServers();
}
