package dk.astra.localstack.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All services and the sign-in behind one port, as far as the demo calls them. */
final class StubPlatform implements AutoCloseable {

    private final JsonMapper json = JsonMapper.shared();
    private final HttpServer server;
    final Map<String, JsonNode> stored = new HashMap<>();
    final List<ObjectNode> meetings = new ArrayList<>();
    final Map<String, List<String>> people = new LinkedHashMap<>();
    private final Map<String, String> firstAnswers = new HashMap<>();
    private int busy;
    int busyAnswers;
    boolean closed;

    StubPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        int status = 200;
        String text;
        if (path.startsWith("/api/registrations") && busy++ % 10 == 0) {
            busyAnswers++;
            exchange.getResponseHeaders().add("Retry-After", "0");
            status = busyAnswers % 2 == 0 ? 429 : 503;
            text = "{}";
        } else if (path.equals("/oauth2/token")) {
            text = "{\"access_token\":\"good\",\"expires_in\":300}";
        } else if (needsToken(exchange)
                && !"Bearer good".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            status = 401;
            text = "{}";
        } else if (key != null && firstAnswers.containsKey(key)) {
            text = firstAnswers.get(key);
        } else {
            text = handle(exchange.getRequestMethod(), path, body);
            if (key != null) {
                firstAnswers.put(key, text);
            }
            status = text.contains("\"problem\"") ? 409 : text.isEmpty() ? 404 : 200;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static boolean needsToken(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return exchange.getRequestMethod().equals("PUT")
                || exchange.getRequestMethod().equals("POST") && !path.startsWith("/api/registrations")
                || path.startsWith("/api/plans");
    }

    private String handle(String method, String path, String body) {
        if (method.equals("PUT")) {
            stored.put(path, json.readTree(body));
            return "{\"stored\":1}";
        }
        if (path.startsWith("/api/plans/")) {
            return stored.containsKey(path) ? stored.get(path).toString() : "";
        }
        if (path.equals("/api/meetings")) {
            return method.equals("GET")
                    ? items(meetings)
                    : schedule((ObjectNode) json.readTree(body)).toString();
        }
        if (path.equals("/api/series")) {
            List<ObjectNode> twins = json.readTree(body)
                    .get("meetings")
                    .valueStream()
                    .map(meeting -> schedule((ObjectNode) meeting))
                    .toList();
            return items(twins).replace("items", "meetings");
        }
        if (path.equals("/api/registrations")) {
            return register(json.readTree(body));
        }
        return items(meetings.stream().map(this::availability).toList());
    }

    private ObjectNode schedule(ObjectNode request) {
        request.put("id", UUID.randomUUID().toString());
        meetings.add(request);
        return request;
    }

    private String register(JsonNode request) {
        if (closed) {
            return "{\"type\":\"https://tilmelding.astra.dk/problems/registration-closed\",\"problem\":true}";
        }
        List<String> present = people.computeIfAbsent(request.get("meetingId").asString(), any -> new ArrayList<>());
        String address = request.get("email").asString().toLowerCase(Locale.ROOT);
        boolean repeated = present.contains(address);
        if (!repeated) {
            present.add(address);
        }
        boolean confirmed =
                present.indexOf(address) < capacity(request.get("meetingId").asString());
        return "{\"status\":\"" + (confirmed ? "CONFIRMED" : "WAITLISTED") + "\",\"repeated\":" + repeated + "}";
    }

    private int capacity(String meetingId) {
        return meetings.stream()
                .filter(meeting -> meeting.get("id").asString().equals(meetingId))
                .findFirst()
                .orElseThrow()
                .get("capacity")
                .asInt();
    }

    private ObjectNode availability(ObjectNode meeting) {
        int capacity = meeting.get("capacity").asInt();
        int came = people.getOrDefault(meeting.get("id").asString(), List.of()).size();
        ObjectNode view = json.createObjectNode();
        view.put("meetingId", meeting.get("id").asString());
        view.put("capacity", capacity);
        view.put("confirmed", Math.min(came, capacity));
        view.put("waiting", Math.max(0, came - capacity));
        return view;
    }

    private String items(List<ObjectNode> items) {
        return json.createObjectNode().set("items", json.valueToTree(items)).toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
