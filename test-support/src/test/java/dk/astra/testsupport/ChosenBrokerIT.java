package dk.astra.testsupport;

/** The broker of {@code -Dinfra}: embedded, containers or external. */
class ChosenBrokerIT implements BrokerContract {

    @Override
    public Broker broker() {
        return Infrastructure.current().broker();
    }
}
