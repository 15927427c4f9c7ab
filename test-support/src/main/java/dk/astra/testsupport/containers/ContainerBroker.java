package dk.astra.testsupport.containers;

import dk.astra.testsupport.Broker;
import org.testcontainers.kafka.KafkaContainer;

/** Apache Kafka (KRaft). */
final class ContainerBroker implements Broker {

    private final KafkaContainer container;

    private ContainerBroker(KafkaContainer container) {
        this.container = container;
    }

    static Broker start() {
        return new ContainerBroker(Engine.started(
                new KafkaContainer("apache/kafka:4.2.1").withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")));
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void kill9() {
        Engine.skipKill();
    }

    @Override
    public void restart() {
        Engine.skipKill();
    }

    @Override
    public void pause() {
        Engine.pause(container);
    }

    @Override
    public void resume() {
        Engine.resume(container);
    }
}
