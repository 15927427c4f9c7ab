package dk.astra.event.meetings;

import dk.astra.web.NeighbourUnavailable;
import dk.astra.web.Neighbours;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** The limits that registration-service keeps while it gives out seats. */
@Component
class SeatLimits {

    private static final String NEIGHBOUR = "registration-service";

    private final RestClient registrations;
    private final Neighbours.Breaker breaker;

    SeatLimits(Neighbours neighbours, RegistrationSettings settings) {
        this.registrations = neighbours.trusted(settings.registrationUrl().toString());
        this.breaker = neighbours.breaker(NEIGHBOUR);
    }

    /**
     * Gives out no more seats than this from now on.
     *
     * @throws CapacityBelowConfirmed where more are given out already
     * @throws NeighbourUnavailable where nobody can tell
     */
    void limit(String meetingId, int seats) {
        try {
            breaker.<ResponseEntity<Void>>call(() -> registrations
                    .put()
                    .uri("/internal/meetings/{meetingId}/capacity", meetingId)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("capacity", seats))
                    .retrieve()
                    .toBodilessEntity());
        } catch (HttpClientErrorException answer) {
            Integer confirmed = answer.getStatusCode() == HttpStatus.CONFLICT ? confirmed(answer) : null;
            if (confirmed != null) {
                throw new CapacityBelowConfirmed(confirmed);
            }
            // also 404: it has not heard of the meeting yet, but people may sign up before it hears of this change
            throw new NeighbourUnavailable(NEIGHBOUR, answer);
        }
    }

    private static @Nullable Integer confirmed(HttpClientErrorException answer) {
        Refused refused = answer.getResponseBodyAs(Refused.class);
        return refused == null ? null : refused.confirmed();
    }

    private record Refused(@Nullable Integer confirmed) {}
}
