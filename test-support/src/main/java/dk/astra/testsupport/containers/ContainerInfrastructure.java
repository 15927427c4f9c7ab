package dk.astra.testsupport.containers;

import dk.astra.testsupport.Broker;
import dk.astra.testsupport.Infrastructure;
import dk.astra.testsupport.Mailbox;
import dk.astra.testsupport.OnFirstUse;
import dk.astra.testsupport.Store;
import java.util.Optional;

/** Apache Kafka, a MongoDB replica set and Mailpit by Testcontainers, whose reaper stops them. */
public final class ContainerInfrastructure implements Infrastructure {

    private final OnFirstUse<Store> store = new OnFirstUse<>(ContainerStore::start);
    private final OnFirstUse<Broker> broker = new OnFirstUse<>(ContainerBroker::start);
    private final OnFirstUse<Mailbox> mailbox = new OnFirstUse<>(ContainerMailbox::start);

    @Override
    public Optional<String> unavailable() {
        return Engine.answers() ? Optional.empty() : Optional.of(Engine.SILENT);
    }

    @Override
    public Store store() {
        return store.get();
    }

    @Override
    public Store durableStore() {
        return store.get();
    }

    @Override
    public Broker broker() {
        return broker.get();
    }

    @Override
    public Mailbox mailbox() {
        return mailbox.get();
    }
}
