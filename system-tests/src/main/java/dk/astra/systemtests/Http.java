package dk.astra.systemtests;

import dk.astra.testsupport.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP, as any client does it. */
public final class Http {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final Duration patience;

    public Http() {
        this(Duration.ofSeconds(30));
    }

    public Http(Duration patience) {
        this.patience = patience;
    }

    public Answer get(URI uri, Map<String, String> headers) throws IOException {
        return send("GET", uri, headers, null);
    }

    public Answer post(URI uri, Map<String, String> headers, Object body) throws IOException {
        return send("POST", uri, headers, body);
    }

    /** Any call; a body is sent as JSON. */
    public Answer send(String method, URI uri, Map<String, String> headers, @Nullable Object body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(patience).header("Accept", "application/json");
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    uri,
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type"),
                    response.headers().firstValue("Retry-After"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
