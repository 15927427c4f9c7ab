package dk.astra.event.meetings.web;

import dk.astra.web.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads idempotency keys: what makes two requests the same is their path and their content. */
@Component
public class CommandKeys {

    private final JsonMapper json;

    CommandKeys(JsonMapper json) {
        this.json = json;
    }

    public @Nullable IdempotencyKey of(@Nullable String header, String operation, Object... content) {
        return IdempotencyKey.of(header, operation, json.writeValueAsString(content));
    }
}
