package dk.astra.reporting;

import dk.astra.testsupport.TestSignIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as somebody. */
final class Api {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final int port;
    private final @Nullable String token;
    private final String language;

    private Api(int port, @Nullable String token, String language) {
        this.port = port;
        this.token = token;
        this.language = language;
    }

    /** @param roles none: without a token */
    static Api as(int port, String... roles) {
        return new Api(port, roles.length == 0 ? null : TestSignIn.current().token(roles), "da");
    }

    Api inEnglish() {
        return new Api(port, token, "en");
    }

    Api withToken(String other) {
        return new Api(port, other, language);
    }

    /** A status and a body. */
    record Answer(int status, String text, @Nullable String contentType) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        /** "field code" of each problem. */
        List<String> problems() {
            return StreamSupport.stream(json().path("errors").spliterator(), false)
                    .map(error -> error.get("field").asString() + " "
                            + error.get("code").asString())
                    .toList();
        }

        String problem() {
            String type = json().path("type").asString();
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer put(String path, Object body) {
        return send(json(request(path)).PUT(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    Answer post(String path, Object body, String... headers) {
        HttpRequest.Builder request = json(request(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    private static String text(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept-Language", language);
        return token == null ? request : request.header("Authorization", TestSignIn.bearer(token));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Content-Type").orElse(null));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
