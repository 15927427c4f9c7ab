package dk.astra.localstack.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;

/** Bearer tokens for scripts, from the local sign-in. */
record Tokens(Ports ports, ServiceEnvironment.Credentials credentials) {

    private static final List<String> ROLES = List.of("organiser", "manager", "administrator");

    String of(String role) {
        String wanted = role.toLowerCase(Locale.ROOT);
        if (!ROLES.contains(wanted)) {
            throw new CannotStart("There is no role “" + role + "”.", "Roles: " + String.join(", ", ROLES));
        }
        String client = "cli-" + wanted;
        String secret = credentials.clients().get(client);
        if (secret == null) {
            throw new CannotStart("The sign-in was never started here.", "Start it with ./tilmelding up.");
        }
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(ports.url(Part.SIGN_IN) + "/oauth2/token"))
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", "Basic " + basic)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return Json.MAPPER.readTree(answer.body()).required("access_token").asString();
        } catch (IOException e) {
            throw new CannotStart(
                    "The sign-in at " + ports.url(Part.SIGN_IN) + " does not answer.",
                    "Start it with ./tilmelding up.");
        } catch (JacksonException e) {
            throw new CannotStart(
                    "The sign-in gave no token for " + client + ".", "See ./tilmelding status and its log.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The request for a token was interrupted.", "Try again.");
        }
    }
}
