package dk.astra.messaging;

import dk.astra.contracts.Fact;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a fact. */
final class FactReader {

    private final JsonMapper json;

    FactReader(JsonMapper json) {
        this.json = json;
    }

    <T extends Fact> T read(byte[] body, Class<T> type, FactHeaders headers) {
        T fact;
        try {
            fact = json.readValue(body, type);
        } catch (JacksonException e) {
            throw new MalformedFact(headers.type() + " " + headers.id() + " is not readable", e);
        }
        if (fact == null) {
            throw new MalformedFact(headers.type() + " " + headers.id() + " is empty", null);
        }
        return fact;
    }
}
