package dk.astra.portal;

import static dk.astra.portal.Samples.START;
import static dk.astra.portal.Samples.availability;
import static dk.astra.portal.Samples.items;
import static dk.astra.portal.Samples.meeting;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The portal on a port of its own, with stubs behind it and a reader in front of it. It remembers no answers, so that
 * what a stub says is what the next page shows, and sets no limit.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"portal.meetings.fresh=0s", WithStubs.SENDS_WITHOUT_LIMIT, WithStubs.STEPS_WITHOUT_LIMIT})
abstract class WithStubs {

    /** All tests come from one address. */
    static final String SENDS_WITHOUT_LIMIT = "portal.sign-up.sends=0";

    static final String STEPS_WITHOUT_LIMIT = "portal.sign-up.steps=0";

    static final StubServices services = new StubServices(0);
    static final StubSignIn signIn = new StubSignIn(0);

    @LocalServerPort
    private int port;

    @Autowired
    private CircuitBreakerRegistry breakers;

    PortalPages reader = new PortalPages(0);

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        for (String name : new String[] {"event", "registration", "notification", "reporting"}) {
            registry.add("portal.services." + name, services::address);
        }
        registry.add("tilmelding.signin.issuer", signIn::issuer);
        registry.add("tilmelding.signin.client-secret", () -> "stub");
    }

    @BeforeEach
    void startOver() {
        services.forget();
        // the outage of one test is over in the next
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        services.on("GET /api/meetings", items(meeting("m1", "Temadag om energi", "SCHEDULED", START)))
                .on("GET /api/meetings/m1", meeting("m1", "Temadag om energi", "SCHEDULED", START))
                .on("GET /api/availability", items(availability("m1", 10, 0)))
                .on(
                        "GET /api/municipalities",
                        items(
                                "{\"code\":\"0101\",\"name\":\"København\"}",
                                "{\"code\":\"0851\",\"name\":\"Aalborg\"}",
                                "{\"code\":\"0580\",\"name\":\"Aabenraa\"}",
                                "{\"code\":\"0461\",\"name\":\"Odense\"}"))
                .on("GET /api/institutions", items());
        reader = new PortalPages(port);
    }

    int port() {
        return port;
    }
}
