package dk.astra.localstack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bearer tokens of the command-line clients, by client credentials; each is kept until shortly before it expires. */
final class Tokens {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Token(String value, Instant until) {}

    private final HttpClient http;
    private final URI endpoint;
    private final JsonNode secrets;
    private final Map<String, Token> tokens = new HashMap<>();

    Tokens(HttpClient http, URI endpoint, Path credentials) {
        this.http = http;
        this.endpoint = endpoint;
        this.secrets = read(credentials);
    }

    private static JsonNode read(Path credentials) {
        if (!Files.isReadable(credentials)) {
            throw new DemoRefused("Cannot read the credentials in " + credentials + ". Is the sign-in running?");
        }
        try {
            return JSON.readTree(credentials).path("clients");
        } catch (JacksonException e) {
            throw new DemoRefused("The credentials in " + credentials + " are not JSON.");
        }
    }

    /** @param client for example {@code cli-organiser} */
    synchronized String of(String client) throws IOException, InterruptedException {
        Token known = tokens.get(client);
        if (known == null || known.until().isBefore(Instant.now())) {
            known = fetch(client);
            tokens.put(client, known);
        }
        return known.value();
    }

    /** The token was not accepted; the next one is fetched anew. */
    synchronized void forget(String client) {
        tokens.remove(client);
    }

    private Token fetch(String client) throws IOException, InterruptedException {
        String secret = secrets.path(client).asString("");
        if (secret.isEmpty()) {
            throw new DemoRefused("The credentials hold no secret of the client " + client + ".");
        }
        String basic = Base64.getEncoder()
                .encodeToString((encoded(client) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = ask(basic);
        if (response.statusCode() != 200) {
            throw new DemoRefused("The sign-in gives no token to " + client + " (" + response.statusCode() + ").");
        }
        JsonNode answer = JSON.readTree(response.body());
        long seconds = answer.path("expires_in").asLong(60);
        return new Token(
                answer.path("access_token").asString(), Instant.now().plusSeconds(seconds - Math.min(30, seconds / 2)));
    }

    private HttpResponse<String> ask(String basic) throws IOException, InterruptedException {
        try {
            return http.send(
                    HttpRequest.newBuilder(endpoint)
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", "Basic " + basic)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new SignInOutOfReach(endpoint, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
