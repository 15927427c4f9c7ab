package dk.astra.event;

import dk.astra.testsupport.Json;
import dk.astra.testsupport.TestSignIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls event-service over HTTP, as an organiser unless told otherwise. */
public final class EventApi {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;
    private final Map<String, String> headers;

    /** What came back. */
    public record Response(int status, JsonNode json, HttpResponse<String> raw) {

        public String problem() {
            String type = json.path("type").asString("");
            return type.substring(type.lastIndexOf('/') + 1);
        }

        /** {@code field:code} of each wrong field. */
        public List<String> errors() {
            return json.path("errors")
                    .valueStream()
                    .map(error -> error.path("field").asString() + ":"
                            + error.path("code").asString())
                    .toList();
        }

        public String id() {
            return json.path("id").asString();
        }

        public @Nullable String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }
    }

    private EventApi(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public static EventApi at(int port) {
        return new EventApi("http://localhost:" + port, Map.of("Content-Type", "application/json")).as("ORGANISER");
    }

    public EventApi as(String... roles) {
        return with("Authorization", TestSignIn.bearer(TestSignIn.current().token(roles)));
    }

    public EventApi anonymous() {
        Map<String, String> without = new LinkedHashMap<>(headers);
        without.remove("Authorization");
        return new EventApi(base, without);
    }

    public EventApi with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new EventApi(base, more);
    }

    public EventApi withKey(String key) {
        return with("Idempotency-Key", key);
    }

    public Response get(String path) {
        return send("GET", path, null);
    }

    public Response post(String path, Object body) {
        return send("POST", path, body.toString());
    }

    public Response put(String path, Object body) {
        return send("PUT", path, body.toString());
    }

    /** A scheduled meeting. */
    public Response scheduled(MeetingJson meeting) {
        Response created = post("/api/meetings?schedule=true", meeting);
        if (created.status() != 201) {
            throw new AssertionError("not scheduled: " + created.raw().body());
        }
        return created;
    }

    private Response send(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode json = type.contains("json") && !response.body().isEmpty()
                    ? Json.MAPPER.readTree(response.body())
                    : Json.MAPPER.nullNode();
            return new Response(response.statusCode(), json, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
