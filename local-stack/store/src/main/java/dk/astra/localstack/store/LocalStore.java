package dk.astra.localstack.store;

import java.util.TimeZone;
import java.util.concurrent.TimeUnit;

/** The store as a process of its own: {@code java -jar local-store.jar --port N [--file PATH] [--sync]}. */
public final class LocalStore {

    private static final int CANNOT_RUN = 2;
    private static final long TIME_TO_REPLY_MILLIS = 300;

    private LocalStore() {}

    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        try {
            StoreOptions options = StoreOptions.parse(arguments);
            StoreServer server = options.start(LocalStore::stop);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "store-shutdown"));
            System.out.println("READY port=" + server.port());
        } catch (StoreUnavailable e) {
            System.err.println(e.getMessage());
            System.exit(CANNOT_RUN);
        }
    }

    /** What is in memory is no longer what is in the file, so the process must not go on. */
    private static void stop(StoreUnavailable failure) {
        System.err.println(failure.getMessage());
        try {
            TimeUnit.MILLISECONDS.sleep(TIME_TO_REPLY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(CANNOT_RUN);
    }
}
