package dk.astra.testsupport;

import java.util.Optional;

/**
 * Store, broker and mailbox for tests, of the kind that the system property {@code infra} names:
 * {@code embedded} (default: child processes of local-stack's jars), {@code containers} (Testcontainers) or
 * {@code external} (given addresses). Each part is started on first use, once per JVM, and stopped with it.
 */
public interface Infrastructure {

    /** In memory where the kind allows it: nothing survives {@link Store#kill9()}. */
    Store store();

    /** A store that must not lose an acknowledged write when killed. */
    Store durableStore();

    Broker broker();

    Mailbox mailbox();

    /** Why store and broker of this kind cannot be had on this machine; empty where they can. */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /** The one of this JVM. */
    static Infrastructure current() {
        return Chosen.INFRASTRUCTURE;
    }

    /** The kind of this JVM: {@code embedded}, {@code containers} or {@code external}. */
    static String kind() {
        return System.getProperty("infra", "embedded");
    }
}
