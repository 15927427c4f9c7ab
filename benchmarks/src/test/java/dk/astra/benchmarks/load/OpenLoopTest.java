package dk.astra.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private final AtomicInteger requests = new AtomicInteger();
    private volatile int stalledRequest = -1;
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // one at a time, as a service that stalls
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext("/", exchange -> {
            if (requests.getAndIncrement() == stalledRequest) {
                LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
            }
            byte[] body = "{\"seat\":7}".getBytes(StandardCharsets.UTF_8);
            if (status == 429) {
                exchange.getResponseHeaders().set("Retry-After", "3");
            }
            exchange.sendResponseHeaders(status, status == 200 ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    @Test
    void countsTheWaitOfThoseWhoCameWhileNobodyWasServed() {
        stalledRequest = 10;
        try (OpenLoop loop = new OpenLoop(port(), 100)) {
            Measurement seen = loop.run(Duration.ofSeconds(1), () -> HttpConnection.get("/"));
            assertThat(seen.right()).isEqualTo(100);
            // some 60 came during the stall; a loop that asks one after the other would have seen one slow answer
            assertThat(seen.latencies().getCountBetweenValues(100_000, 10_000_000))
                    .isGreaterThan(20);
        }
    }

    @Test
    void readsWholeAndChunkedAnswers() {
        try (HttpConnection connection = new HttpConnection(port())) {
            Reply chunked = connection.exchange(HttpConnection.get("/"));
            assertThat(chunked.isRight()).isTrue();
            assertThat(chunked.text()).isEqualTo("{\"seat\":7}");
            status = 429;
            Reply whole = connection.exchange(HttpConnection.post("/", "{}"));
            assertThat(whole.status()).isEqualTo(429);
            assertThat(whole.retryAfter()).isEqualTo(3);
            assertThat(whole.text()).isEqualTo("{\"seat\":7}");
        }
    }

    @Test
    void countsWrongAnswersApart() {
        status = 500;
        Measurement seen = new ClosedLoop(port(), 2).run(Duration.ofMillis(200), () -> HttpConnection.get("/"));
        assertThat(seen.right()).isZero();
        assertThat(seen.wrong()).isPositive().isEqualTo(seen.byStatus().get(500));
    }

    @Test
    void takesABrokenConnectionForAnAnswer() {
        int port = port();
        server.stop(0);
        try (HttpConnection connection = new HttpConnection(port)) {
            assertThat(connection.exchange(HttpConnection.get("/")).status()).isZero();
        }
    }
}
