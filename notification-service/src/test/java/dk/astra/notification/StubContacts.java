package dk.astra.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of registration-service that tells addresses, with a switch to be away. */
final class StubContacts {

    static final StubContacts CURRENT = new StubContacts();

    private final HttpServer server;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Map<String, String>> people = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> former = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean away;

    private StubContacts() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/contacts", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** @return the address, of which no other registration is */
    String add(String registrationId, String name, String language) {
        String email = "p" + registrationId.substring(0, 8) + "@skole.example";
        people.put(
                registrationId,
                Map.of(
                        "registrationId", registrationId,
                        "personId", "person-of-" + registrationId,
                        "name", name,
                        "email", email,
                        "language", language,
                        "link", "https://tilmelding.example/min-tilmelding/token-" + registrationId));
        return email;
    }

    /** Somebody who gave the seat away. @return the address */
    String addFormer(String registrationId, String personId, String name) {
        String email = "f" + registrationId.substring(0, 8) + "@skole.example";
        former.put(
                registrationId,
                Map.of(
                        "registrationId", registrationId,
                        "personId", personId,
                        "name", name,
                        "email", email,
                        "language", "da",
                        "link", "https://tilmelding.example/arrangementer/m1",
                        "former", true));
        return email;
    }

    void erase(String registrationId) {
        people.remove(registrationId);
    }

    void beAway(boolean isAway) {
        away = isAway;
    }

    int questions() {
        return questions.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        try (exchange) {
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            if (away || token == null || !token.startsWith("Bearer ")) {
                exchange.sendResponseHeaders(away ? 503 : 401, -1);
                return;
            }
            JsonNode ids = json.readTree(exchange.getRequestBody()).path("registrationIds");
            List<Map<String, ?>> items = new ArrayList<>();
            ids.valueStream().map(JsonNode::asString).forEach(id -> {
                if (people.containsKey(id)) {
                    items.add(people.get(id));
                }
                if (former.containsKey(id)) {
                    items.add(former.get(id));
                }
            });
            byte[] body = json.writeValueAsBytes(Map.of("items", items));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
