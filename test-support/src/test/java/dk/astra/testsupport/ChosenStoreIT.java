package dk.astra.testsupport;

/** The store of {@code -Dinfra}: embedded, containers or external. */
class ChosenStoreIT implements StoreContract {

    @Override
    public Store store() {
        return Infrastructure.current().store();
    }

    @Override
    public Store durableStore() {
        return Infrastructure.current().durableStore();
    }
}
