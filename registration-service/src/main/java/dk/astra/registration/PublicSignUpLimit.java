package dk.astra.registration;

import dk.astra.web.ClientPace;
import dk.astra.web.ProblemResponses;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds how often one client from outside signs people up, so that a script that goes round the portal cannot fill the
 * seats (docs/adr/0020). Not counted are the house's own networks, where the portal counts its clients itself, and who
 * has signed in. Counter {@code sign-ups.limited}, {@code step} {@code api}.
 */
@Component
class PublicSignUpLimit extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(PublicSignUpLimit.class);

    /** What can be done without any secret, and for how many sign-ups it counts: a group can be twenty. */
    private static final Map<String, Integer> COUNTED =
            Map.of("/api/registrations", 1, "/api/my-registrations/links", 1, "/api/groups", 10);

    private final int most;
    private final ClientPace pace;
    private final List<IpAddressMatcher> inside;
    private final ProblemResponses problems;
    private final Counter limited;

    PublicSignUpLimit(PublicSignUpSettings settings, ProblemResponses problems, Clock clock, MeterRegistry meters) {
        this.most = settings.most();
        this.pace = new ClientPace(settings.per(), clock);
        this.inside = settings.inside().stream().map(IpAddressMatcher::new).toList();
        this.problems = problems;
        this.limited = meters.counter("sign-ups.limited", "step", "api");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !COUNTED.containsKey(request.getServletPath())
                || request.getUserPrincipal() != null
                || isInside(request.getRemoteAddr());
    }

    private boolean isInside(String address) {
        try {
            return inside.stream().anyMatch(network -> network.matches(address));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String client = ClientPace.client(request.getRemoteAddr());
        Duration wait = pace.claim(client, most, COUNTED.getOrDefault(request.getServletPath(), 1));
        if (wait.isPositive()) {
            limited.increment();
            log.info("one client calls {} too often", request.getServletPath());
            problems.tooOften(wait, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
