package dk.astra.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

/** A sign-in provider that takes the connection and says nothing, as a frozen process does. */
class SilentSignInTest {

    @Test
    void doesNotHoldACallForGood() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            String provider = "http://127.0.0.1:" + silent.getLocalPort();
            Neighbours neighbours = new Neighbours(
                    RestClient.builder(),
                    new WebSettings(10, Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMillis(500)),
                    new SignInSettings(provider, null, "notification-service", "secret"),
                    CircuitBreakerRegistry.ofDefaults());
            RestClient trusted = neighbours.trusted(provider);
            Neighbours.Breaker breaker = neighbours.breaker("registration-service");
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThatThrownBy(() -> breaker.call(
                                    () -> trusted.get().uri("/x").retrieve().body(String.class)))
                            .isInstanceOf(NeighbourUnavailable.class));
        }
    }
}
