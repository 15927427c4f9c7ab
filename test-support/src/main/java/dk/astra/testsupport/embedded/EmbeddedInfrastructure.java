package dk.astra.testsupport.embedded;

import dk.astra.testsupport.Broker;
import dk.astra.testsupport.Infrastructure;
import dk.astra.testsupport.Mailbox;
import dk.astra.testsupport.OnFirstUse;
import dk.astra.testsupport.Store;

/** Child processes of local-stack's jars. */
public final class EmbeddedInfrastructure implements Infrastructure {

    private final OnFirstUse<Store> store = new OnFirstUse<>(EmbeddedStore::inMemory);
    private final OnFirstUse<Store> durableStore = new OnFirstUse<>(EmbeddedStore::onDisk);
    private final OnFirstUse<Broker> broker = new OnFirstUse<>(EmbeddedBroker::start);
    private final OnFirstUse<Mailbox> mailbox = new OnFirstUse<>(EmbeddedMailbox::start);

    @Override
    public Store store() {
        return store.get();
    }

    @Override
    public Store durableStore() {
        return durableStore.get();
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
