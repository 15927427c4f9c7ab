package dk.astra.systemtests;

import dk.astra.testsupport.Json;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a service answered. */
public record Answer(URI uri, int status, String body, Optional<String> type, Optional<String> retryAfter) {

    public JsonNode json() {
        return Json.MAPPER.readTree(body);
    }

    /** Whether it is a problem in the form of RFC 9457, which a client can show. */
    public boolean isProblem() {
        return type.filter(known -> known.startsWith("application/problem+json"))
                .isPresent();
    }

    /** This answer, if it has one of these codes; fails with the answer otherwise. */
    public Answer expect(int... codes) {
        if (Arrays.stream(codes).noneMatch(code -> code == status)) {
            throw new AssertionError(
                    uri + " answered " + status + ", expected " + Arrays.toString(codes) + ": " + body);
        }
        return this;
    }

    public boolean isOneOf(int... codes) {
        return Arrays.stream(codes).anyMatch(code -> code == status);
    }
}
