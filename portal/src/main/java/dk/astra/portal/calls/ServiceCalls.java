package dk.astra.portal.calls;

import dk.astra.web.Neighbours;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Calls to one service behind its circuit breaker. A 4xx answer comes back as {@code HttpClientErrorException};
 * everything else that fails is {@code NeighbourUnavailable}. Nothing is retried here: the reader does.
 */
public final class ServiceCalls {

    private final RestClient client;
    private final Neighbours.Breaker breaker;
    private final StaffToken token;
    private final AtomicLong changes = new AtomicLong();

    ServiceCalls(Neighbours neighbours, String name, String address, StaffToken token) {
        this.client = neighbours
                .open(address)
                .mutate()
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders()
                            .set(
                                    HttpHeaders.ACCEPT_LANGUAGE,
                                    LocaleContextHolder.getLocale().getLanguage());
                    try {
                        return execution.execute(request, body);
                    } finally {
                        // also where no answer came: it may have been carried out
                        if (!HttpMethod.GET.equals(request.getMethod())) {
                            changes.incrementAndGet();
                        }
                    }
                })
                .build();
        this.breaker = neighbours.breaker(name);
        this.token = token;
    }

    /** As anybody. */
    public <T> T openly(Function<RestClient, @Nullable T> call) {
        return breaker.call(() -> present(call.apply(client)));
    }

    /** As the member of staff who is signed in. */
    public <T> T asStaff(Function<RestClient, @Nullable T> call) {
        String bearer = token.value();
        RestClient theirs = client.mutate()
                .defaultHeaders(headers -> headers.setBearerAuth(bearer))
                .build();
        return breaker.call(() -> present(call.apply(theirs)));
    }

    /** Rises with everything that was changed through here: an answer from before is not the latest any more. */
    public long changes() {
        return changes.get();
    }

    private static <T> T present(@Nullable T answer) {
        if (answer == null) {
            throw new RestClientException("answer without a body");
        }
        return answer;
    }
}
