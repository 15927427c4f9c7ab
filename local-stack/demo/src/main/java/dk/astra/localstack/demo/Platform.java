package dk.astra.localstack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Calls the services and asks again when they are busy, restarting or out of reach. That is safe because each
 * request either changes nothing, replaces the whole, or has an idempotency key.
 */
final class Platform {

    /** Whom a call is made as; everybody needs no token. */
    enum Caller {
        EVERYBODY(""),
        ORGANISER("cli-organiser"),
        ADMINISTRATOR("cli-administrator");

        private final String client;

        Caller(String client) {
            this.client = client;
        }
    }

    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final HttpClient http;
    private final Tokens tokens;
    private final Duration patience;

    /** @param patience how long a call is repeated before the demo gives up */
    Platform(HttpClient http, Tokens tokens, Duration patience) {
        this.http = http;
        this.tokens = tokens;
        this.patience = patience;
    }

    Answer get(Caller caller, URI uri) {
        return call(caller, HttpRequest.newBuilder(uri).GET());
    }

    Answer put(Caller caller, URI uri, JsonNode body) {
        return call(
                caller,
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Answer post(Caller caller, URI uri, String idempotencyKey, JsonNode body) {
        return call(
                caller,
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private Answer call(Caller caller, HttpRequest.Builder request) {
        request.timeout(Duration.ofSeconds(30)).header("Accept-Language", "en").header("Accept", "application/json");
        Instant end = Instant.now().plus(patience);
        boolean refusedToken = false;
        for (int attempt = 0; ; attempt++) {
            Duration asked = null;
            String trouble;
            URI place = request.build().uri();
            try {
                HttpResponse<String> response =
                        http.send(withToken(caller, request).build(), HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() == 401 && caller != Caller.EVERYBODY && !refusedToken) {
                    refusedToken = true;
                    tokens.forget(caller.client);
                    continue;
                }
                if (!PASSING.contains(response.statusCode())) {
                    return new Answer(response.statusCode(), response.body());
                }
                trouble = "answers " + response.statusCode();
                asked = retryAfter(response);
            } catch (SignInOutOfReach e) {
                place = e.place();
                trouble = "is out of reach";
            } catch (IOException e) {
                trouble = "is out of reach";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoRefused("Interrupted.");
            }
            if (Instant.now().isAfter(end)) {
                throw new DemoRefused("%s:%d %s for %d s now. Start it and run the demo again; it goes on where it was."
                        .formatted(place.getHost(), place.getPort(), trouble, patience.toSeconds()));
            }
            pause(attempt, asked);
        }
    }

    private HttpRequest.Builder withToken(Caller caller, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return caller == Caller.EVERYBODY
                ? request
                : request.setHeader("Authorization", "Bearer " + tokens.of(caller.client));
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }

    private static void pause(int attempt, @Nullable Duration asked) {
        long millis = asked != null ? asked.toMillis() : 200L << Math.min(attempt, 5);
        long bounded = Math.min(millis, LONGEST_PAUSE.toMillis());
        try {
            // spread, so that eight callers do not come back as one
            Thread.sleep(bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoRefused("Interrupted.");
        }
    }
}
