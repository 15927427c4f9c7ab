package dk.astra.testsupport.external;

import dk.astra.testsupport.Broker;
import dk.astra.testsupport.Infrastructure;
import dk.astra.testsupport.Mailbox;
import dk.astra.testsupport.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Addresses from system properties or the environment: {@code TILMELDING_TEST_MONGO_URI} (without a database),
 * {@code TILMELDING_TEST_KAFKA}, {@code TILMELDING_TEST_SMTP} ({@code host:port}). A test that needs one that
 * is not given is skipped with that reason.
 */
public final class ExternalInfrastructure implements Infrastructure {

    @Override
    public Store store() {
        return new ExternalStore(given("TILMELDING_TEST_MONGO_URI"));
    }

    @Override
    public Store durableStore() {
        return store();
    }

    @Override
    public Broker broker() {
        return new ExternalBroker(given("TILMELDING_TEST_KAFKA"));
    }

    @Override
    public Mailbox mailbox() {
        return new ExternalMailbox(given("TILMELDING_TEST_SMTP"));
    }

    private static String given(String name) {
        @Nullable String value = System.getProperty(name, System.getenv(name));
        if (value == null) {
            return Assumptions.abort("-Dinfra=external, but " + name + " is not set");
        }
        return value;
    }
}
