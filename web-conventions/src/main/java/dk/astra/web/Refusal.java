package dk.astra.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A named refusal. Its {@link #name()} ends the problem's type; title and detail come from the message bundle,
 * keys {@code problem.<name>.title} and {@code problem.<name>.detail}.
 */
public abstract class Refusal extends RuntimeException {

    private final String name;
    private final HttpStatus status;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final Object[] arguments;

    /**
     * @param name for example {@code registration-closed}
     * @param arguments of the detail message, {@code {0}} …
     */
    protected Refusal(String name, HttpStatus status, Object... arguments) {
        super(name);
        this.name = name;
        this.status = status;
        this.arguments = arguments;
    }

    /** Adds a member to the problem document, for example {@code confirmed}. */
    protected final void with(String property, Object value) {
        properties.put(property, value);
    }

    public final String name() {
        return name;
    }

    public final HttpStatus status() {
        return status;
    }

    public final Map<String, Object> properties() {
        return properties;
    }

    public final Object[] arguments() {
        return arguments;
    }
}
