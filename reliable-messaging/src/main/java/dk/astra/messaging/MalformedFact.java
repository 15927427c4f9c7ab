package dk.astra.messaging;

import org.jspecify.annotations.Nullable;

/** A record that can never be read; it goes to the dead letters at once. */
public final class MalformedFact extends RuntimeException {

    public MalformedFact(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
