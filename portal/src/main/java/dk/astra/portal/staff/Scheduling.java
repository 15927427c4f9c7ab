package dk.astra.portal.staff;

import dk.astra.portal.calls.ServiceCalls;
import dk.astra.portal.meetings.Meeting;
import dk.astra.web.IdempotencyKey;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** What organisers do to meetings, at event-service. */
@Component
class Scheduling {

    private final ServiceCalls eventCalls;

    Scheduling(ServiceCalls eventCalls) {
        this.eventCalls = eventCalls;
    }

    private record Series(String seriesId, List<Meeting> meetings) {}

    Meeting create(Map<String, Object> request, boolean schedule, String key) {
        return eventCalls.asStaff(client -> client.post()
                .uri("/api/meetings?schedule={schedule}", schedule)
                .header(IdempotencyKey.HEADER, key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(request)
                .retrieve()
                .body(Meeting.class));
    }

    /** East/West twins; answers the first one. */
    Meeting createTwins(Map<String, Object> one, Map<String, Object> other, boolean schedule, String key) {
        Series series = eventCalls.asStaff(client -> client.post()
                .uri("/api/series?schedule={schedule}", schedule)
                .header(IdempotencyKey.HEADER, key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("identicalContent", true, "meetings", List.of(one, other)))
                .retrieve()
                .body(Series.class));
        return series.meetings().getFirst();
    }

    /** @param version that the change was typed upon; empty where it does not matter */
    Meeting change(String id, Map<String, Object> request, String version) {
        return eventCalls.asStaff(client -> client.put()
                .uri("/api/meetings/{id}", id)
                .headers(headers -> {
                    if (!version.isEmpty()) {
                        headers.set(HttpHeaders.IF_MATCH, "\"" + version + "\"");
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .body(request)
                .retrieve()
                .body(Meeting.class));
    }

    /** @param action {@code schedule}, {@code reschedule}, {@code capacity}, {@code cancel} or {@code hold} */
    Meeting act(String id, String action, Map<String, Object> request) {
        return eventCalls.asStaff(client -> client.post()
                .uri("/api/meetings/{id}/{action}", id, action)
                .contentType(MediaType.APPLICATION_JSON)
                .body(request)
                .retrieve()
                .body(Meeting.class));
    }
}
