package dk.astra.testsupport.containers;

import dk.astra.testsupport.Store;
import org.testcontainers.mongodb.MongoDBContainer;

/** MongoDB 8 as a replica set of one. */
final class ContainerStore implements Store {

    private final MongoDBContainer container;

    private ContainerStore(MongoDBContainer container) {
        this.container = container;
    }

    static Store start() {
        return new ContainerStore(Engine.started(new MongoDBContainer("mongo:8").withReplicaSet()));
    }

    @Override
    public String uri(String database) {
        return container.getReplicaSetUrl(database) + "?uuidRepresentation=standard&w=majority";
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
