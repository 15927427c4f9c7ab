package dk.astra.localstack.mail;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One answer over HTTP; HEAD gets the same headers without a body. */
record Reply(HttpExchange exchange) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    void html(int status, String page, String policy) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        send(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    void plain(int status, String text) throws IOException {
        send(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    void json(int status, Object body) throws IOException {
        send(status, "application/json", JSON.writeValueAsBytes(body));
    }

    void problem(int status, String detail) throws IOException {
        send(
                status,
                "application/problem+json",
                JSON.writeValueAsBytes(Map.of("type", "about:blank", "status", status, "detail", detail)));
    }

    void send(int status, String type, byte[] body) throws IOException {
        common(type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** For answers too large to hold: the caller writes. */
    OutputStream stream(String type) throws IOException {
        common(type);
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private void common(String type) {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
    }
}
