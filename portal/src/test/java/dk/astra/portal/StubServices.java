package dk.astra.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** All services in one small server: answers what it was told to, remembers what it was asked. */
final class StubServices {

    private static final int NO_ANSWER = 0;

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    record Answer(int status, String body) {}

    record Call(String method, String path, @Nullable String query, Map<String, List<String>> headers, String body) {

        @Nullable
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse(null);
        }
    }

    StubServices(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void forget() {
        answers.clear();
        calls.clear();
        away = false;
    }

    /** Answers 503 to everything, as a service does that is starting. */
    void goAway() {
        away = true;
    }

    /** @param request for example {@code GET /api/meetings} */
    StubServices on(String request, String json) {
        return on(request, 200, json);
    }

    /** Takes the request and closes the line: as if the answer got lost or came too late. */
    StubServices onHangsUp(String request) {
        return on(request, NO_ANSWER, "");
    }

    StubServices on(String request, int status, String json) {
        answers.put(request, new Answer(status, json));
        return this;
    }

    List<Call> calls() {
        return calls;
    }

    List<Call> calls(String request) {
        return calls.stream()
                .filter(call -> (call.method() + " " + call.path()).equals(request))
                .toList();
    }

    /** What changes something, and is therefore never asked for by a GET of a page. */
    List<Call> changes() {
        return calls.stream().filter(call -> !call.method().equals("GET")).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            calls.add(new Call(
                    exchange.getRequestMethod(),
                    path,
                    exchange.getRequestURI().getQuery(),
                    new LinkedHashMap<>(exchange.getRequestHeaders()),
                    body));
            Answer answer = away
                    ? new Answer(503, "{}")
                    : answers.getOrDefault(
                            exchange.getRequestMethod() + " " + path,
                            new Answer(404, "{\"type\":\"https://tilmelding.astra.dk/problems/not-found\"}"));
            if (answer.status() == NO_ANSWER) {
                return;
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", answer.status() >= 400 ? "application/problem+json" : "application/json");
            exchange.sendResponseHeaders(answer.status(), answer.status() == 204 ? -1 : bytes.length);
            if (answer.status() != 204) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
