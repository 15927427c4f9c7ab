package dk.astra.registration;

import dk.astra.testsupport.TestSignIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the service's HTTP interface, as anybody could write one. */
final class RegistrationApi {

    record Answer(int status, JsonNode body, HttpResponse<String> response) {

        String text(String field) {
            return body.path(field).asString("");
        }

        /** The code of the first problem of a field, or an empty text. */
        String problemOf(String field) {
            for (JsonNode error : body.path("errors")) {
                if (error.path("field").asString("").equals(field)) {
                    return error.path("code").asString("");
                }
            }
            return "";
        }

        String type() {
            String type = text("type");
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    RegistrationApi(int port) {
        this.base = "http://localhost:" + port;
    }

    static Map<String, Object> signUp(String meetingId, String email) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("meetingId", meetingId);
        request.put("name", "Prøve Person");
        request.put("email", email);
        request.put("municipalityCode", "0101");
        request.put("language", "da");
        return request;
    }

    Answer register(Map<String, ?> request, String... headers) {
        return send("POST", "/api/registrations", JSON.writeValueAsString(request), headers);
    }

    Answer register(String meetingId, String email) {
        return register(signUp(meetingId, email));
    }

    Answer my(String link) {
        return send("GET", "/api/my-registrations", null, "X-Registration-Link", token(link));
    }

    Answer cancelMy(String link) {
        return send("POST", "/api/my-registrations/cancel", "{}", "X-Registration-Link", token(link));
    }

    static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    Answer asOrganiser(String method, String path, Object body) {
        return as("ORGANISER", method, path, body);
    }

    Answer as(String role, String method, String path, Object body) {
        return send(
                method,
                path,
                body == null ? null : JSON.writeValueAsString(body),
                "Authorization",
                TestSignIn.bearer(TestSignIn.current().token(role)));
    }

    Answer internal(String method, String path, Object body) {
        return send(
                method,
                path,
                JSON.writeValueAsString(body),
                "Authorization",
                TestSignIn.bearer(TestSignIn.current().internalToken()));
    }

    Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        boolean typed = false;
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            typed |= headers[i].equalsIgnoreCase("Content-Type");
        }
        if (body != null && !typed) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode json = response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
            return new Answer(response.statusCode(), json, response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
