package dk.astra.systemtests;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A person's way through the public interface: sign up, look, cancel. */
public final class SignUp {

    private final Http http;

    public SignUp(Http http) {
        this.http = http;
    }

    /** Signs up once, with an idempotency key of its own. */
    public Answer register(URI registrations, Participant participant, String meetingId) throws IOException {
        return register(registrations, participant, meetingId, UUID.randomUUID().toString());
    }

    public Answer register(URI registrations, Participant participant, String meetingId, String key)
            throws IOException {
        return http.post(registrations, Map.of("Idempotency-Key", key), participant.request(meetingId));
    }

    /** Signs up once, to be written to in that language; answers the receipt. */
    public JsonNode register(Stack stack, Participant participant, String meetingId, String language)
            throws IOException {
        Map<String, Object> body = participant.request(meetingId);
        body.put("language", language);
        return http.post(
                        stack.registrations("/api/registrations"),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                        body)
                .expect(201)
                .json();
    }

    /** What the holder of a personal link sees. */
    public JsonNode mine(Stack stack, String link) throws IOException {
        return http.get(stack.registrations("/api/my-registrations"), holding(link))
                .expect(200)
                .json();
    }

    public JsonNode cancel(Stack stack, String link) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>(holding(link));
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return http.post(stack.registrations("/api/my-registrations/cancel"), headers, Map.of())
                .expect(200)
                .json();
    }

    private static Map<String, String> holding(String link) {
        return Map.of("X-Registration-Link", token(link));
    }

    /** The secret in a personal link: what comes after its last separator. */
    static String token(String link) {
        return link.substring(
                Math.max(link.lastIndexOf('/'), Math.max(link.lastIndexOf('#'), link.lastIndexOf('='))) + 1);
    }
}
