package dk.astra.localstack.broker;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs one Kafka broker with its controller until SIGTERM: {@code --port N --controller-port M --data DIR}. Prints
 * {@code READY port=N controller-port=M} once a client gets an answer.
 */
public final class LocalBroker {

    static final int REFUSED = 2;

    private LocalBroker() {}

    public static void main(String[] args) {
        try {
            BrokerSettings settings = BrokerSettings.parse(args);
            settings.checkMachine();
            KraftNode node = KraftNode.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(node::stop, "stop"));
            node.awaitAnswer();
            System.out.println("READY port=" + settings.port() + " controller-port=" + settings.controllerPort());
            node.awaitStop();
        } catch (Exception e) {
            System.err.println(sentence(e));
            Runtime.getRuntime().halt(REFUSED);
        }
    }

    private static final Map<String, String> KNOWN = Map.of(
            "No space left on device",
            "The disk is full, so the broker cannot write its log. Make room and start again.",
            "Address already in use",
            "A port of the broker is in use. Stop the program that holds it, or choose another with --port.");

    static String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String known = known(cause.getMessage());
            if (known != null) {
                return known;
            }
            if (cause instanceof IllegalArgumentException || cause instanceof FileSystemException) {
                return described(cause);
            }
        }
        return "The broker did not start: " + described(failure);
    }

    private static @Nullable String known(@Nullable String message) {
        return message == null
                ? null
                : KNOWN.entrySet().stream()
                        .filter(entry -> message.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static String described(Throwable cause) {
        if (cause instanceof FileSystemException file) {
            return "The folder " + file.getFile() + " cannot be used: "
                    + (file.getReason() == null ? cause.getClass().getSimpleName() : file.getReason()) + ".";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** Free bytes of the disk that holds the folder, which need not exist yet. */
    static long freeBytes(Path folder) throws IOException {
        Path existing = folder.toAbsolutePath();
        while (existing.getParent() != null && !existing.toFile().exists()) {
            existing = existing.getParent();
        }
        return existing.toFile().getUsableSpace();
    }
}
