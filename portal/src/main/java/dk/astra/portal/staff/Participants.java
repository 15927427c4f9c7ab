package dk.astra.portal.staff;

import dk.astra.portal.calls.Items;
import dk.astra.portal.calls.ServiceCalls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Who signed up, as registration-service tells organisers. */
@Component
class Participants {

    private static final ParameterizedTypeReference<Items<Participant>> PAGE = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Map<String, Object>> ANY = new ParameterizedTypeReference<>() {};
    private static final int MOST_PAGES = 60;

    private final ServiceCalls registrationCalls;

    Participants(ServiceCalls registrationCalls) {
        this.registrationCalls = registrationCalls;
    }

    /** By seat, then by place in line. */
    List<Participant> of(String meetingId) {
        List<Participant> found = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Items<Participant> items = page(meetingId, cursor);
            found.addAll(items.list());
            cursor = items.next();
            if (cursor == null) {
                break;
            }
        }
        return found;
    }

    private Items<Participant> page(String meetingId, @Nullable String cursor) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", meetingId);
        if (cursor != null) {
            values.put("cursor", cursor);
        }
        return registrationCalls.asStaff(client -> client.get()
                .uri(uri -> {
                    uri.path("/api/meetings/{id}/registrations").queryParam("limit", 200);
                    if (cursor != null) {
                        uri.queryParam("cursor", "{cursor}");
                    }
                    return uri.build(values);
                })
                .retrieve()
                .body(PAGE));
    }

    Kitchen kitchen(String meetingId) {
        return registrationCalls.asStaff(client -> client.get()
                .uri("/api/meetings/{id}/needs", meetingId)
                .retrieve()
                .body(Kitchen.class));
    }

    void cancel(String registrationId) {
        registrationCalls.asStaff(client -> client.post()
                .uri("/api/registrations/{id}/cancel", registrationId)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of())
                .retrieve()
                .body(ANY));
    }

    void recordAttendance(String meetingId, List<String> attended, List<String> absent) {
        registrationCalls.asStaff(client -> client.post()
                .uri("/api/meetings/{id}/attendance", meetingId)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("attended", attended, "absent", absent))
                .retrieve()
                .body(ANY));
    }
}
