package dk.astra.web;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds the requests in work, so that overload is answered (429, Retry-After) and not suffered. Neighbours have a
 * bound of their own: a crowd at the door must not keep the mails of those who are in. Health and metrics always pass.
 */
final class ConcurrencyLimit extends OncePerRequestFilter {

    private static final int SHARE_OF_NEIGHBOURS = 4;

    /** More than these need not wait for a turn they will not get in time: they would only hold connections. */
    private static final int QUEUE_PER_TURN = 2;

    private final Bulkhead everybody;
    private final Bulkhead neighbours;
    private final Semaphore admitted;
    private final TooBusy busy;

    ConcurrencyLimit(int concurrent, Duration patience, TooBusy busy) {
        this.everybody = bulkhead("requests", concurrent, patience);
        this.neighbours = bulkhead("neighbours", Math.max(2, concurrent / SHARE_OF_NEIGHBOURS), patience);
        this.admitted = new Semaphore(concurrent * (1 + QUEUE_PER_TURN));
        this.busy = busy;
    }

    private static Bulkhead bulkhead(String name, int concurrent, Duration patience) {
        return Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(concurrent)
                        .maxWaitDuration(patience)
                        .build());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith("/internal/")) {
            inTurn(neighbours, request, response, chain);
        } else if (admitted.tryAcquire()) {
            try {
                inTurn(everybody, request, response, chain);
            } finally {
                admitted.release();
            }
        } else {
            busy.answer(request, response);
        }
    }

    private void inTurn(Bulkhead bulkhead, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!bulkhead.tryAcquirePermission()) {
            busy.answer(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            bulkhead.onComplete();
        }
    }
}
