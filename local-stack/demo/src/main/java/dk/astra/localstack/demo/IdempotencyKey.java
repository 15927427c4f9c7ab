package dk.astra.localstack.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The key of a request: the same for the same line and content, whenever the demo runs. */
final class IdempotencyKey {

    private IdempotencyKey() {}

    static String of(String kind, String line, JsonNode body) {
        return UUID.nameUUIDFromBytes((kind + "\n" + line + "\n" + body).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
