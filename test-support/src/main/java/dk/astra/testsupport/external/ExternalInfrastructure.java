package dk.astra.testsupport.external;

import dk.astra.testsupport.Broker;
import dk.astra.testsupport.Infrastructure;
import dk.astra.testsupport.Mailbox;
import dk.astra.testsupport.Store;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Addresses from system properties or the environment: {@code TILMELDING_TEST_MONGO_URI} (without a database),
 * {@code TILMELDING_TEST_KAFKA}, {@code TILMELDING_TEST_SMTP} ({@code host:port}). A test that needs one that
 * is not given is skipped with that reason.
 */
public final class ExternalInfrastructure implements Infrastructure {

    private static final String MONGO = "TILMELDING_TEST_MONGO_URI";
    private static final String KAFKA = "TILMELDING_TEST_KAFKA";
    private static final String SMTP = "TILMELDING_TEST_SMTP";

    @Override
    public Optional<String> unavailable() {
        return Stream.of(MONGO, KAFKA)
                .filter(name -> value(name) == null)
                .findFirst()
                .map(ExternalInfrastructure::unset);
    }

    @Override
    public Store store() {
        return new ExternalStore(given(MONGO));
    }

    @Override
    public Store durableStore() {
        return store();
    }

    @Override
    public Broker broker() {
        return new ExternalBroker(given(KAFKA));
    }

    @Override
    public Mailbox mailbox() {
        return new ExternalMailbox(given(SMTP));
    }

    private static String given(String name) {
        String value = value(name);
        return value == null ? Assumptions.abort(unset(name)) : value;
    }

    private static @Nullable String value(String name) {
        return System.getProperty(name, System.getenv(name));
    }

    private static String unset(String name) {
        return "-Dinfra=external, but " + name + " is not set";
    }
}
