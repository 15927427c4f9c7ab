package dk.astra.event;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Stands for registration-service: notes what it is told and answers as a test says. */
public final class RegistrationStub {

    /** A limit as it came over the wire. */
    public record Told(String path, String authorization, String body) {}

    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "{}";
    private volatile Consumer<Told> meanwhile = any -> {};

    public RegistrationStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void agrees() {
        status = 200;
        answer = "{}";
        meanwhile = any -> {};
        told.clear();
    }

    public void hasConfirmed(int confirmed) {
        status = 409;
        answer = """
                {"type":"https://tilmelding.astra.dk/problems/capacity-below-confirmed","status":409,"confirmed":%d}""".formatted(confirmed);
    }

    public void answers(int code) {
        status = code;
        answer = "{}";
    }

    /** Something that happens while it is asked. */
    public void meanwhile(Consumer<Told> action) {
        meanwhile = action;
    }

    public List<Told> told() {
        return List.copyOf(told);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Told now = new Told(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        told.add(now);
        meanwhile.accept(now);
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
