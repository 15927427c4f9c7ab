package dk.astra.localstack.store;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The command line of {@link LocalStore}. */
record StoreOptions(int port, @Nullable Path file, boolean sync) {

    private static final String USAGE = "Usage: java -jar local-store.jar --port N [--file PATH] [--sync]";

    static StoreOptions parse(String... arguments) {
        int port = -1;
        Path file = null;
        boolean sync = false;
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--port" -> port = portOf(valueOf(option, rest));
                case "--file" -> file = Path.of(valueOf(option, rest));
                case "--sync" -> sync = true;
                default -> throw new StoreUnavailable("Unknown option " + option + ". " + USAGE);
            }
        }
        if (port < 0) {
            throw new StoreUnavailable("The option --port is missing. " + USAGE);
        }
        return new StoreOptions(port, file, sync);
    }

    private static String valueOf(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new StoreUnavailable("The option " + option + " needs a value. " + USAGE);
        }
        return rest.next();
    }

    private static int portOf(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new StoreUnavailable("The port " + text + " is not a number from 0 to 65535.");
        }
        return Integer.parseInt(text);
    }

    StoreServer start(Consumer<StoreUnavailable> onFailure) {
        return file == null ? StoreServer.inMemory(port) : StoreServer.onFile(file, port, sync, onFailure);
    }
}
