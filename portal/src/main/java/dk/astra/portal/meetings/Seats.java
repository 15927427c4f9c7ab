package dk.astra.portal.meetings;

import dk.astra.portal.calls.Items;
import dk.astra.portal.calls.ServiceCalls;
import dk.astra.web.NeighbourUnavailable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** How full meetings are. A page is not worse than without numbers: where there is no answer they are left out. */
@Component
public class Seats {

    private static final Logger log = LoggerFactory.getLogger(Seats.class);
    private static final ParameterizedTypeReference<Items<Availability>> PAGE = new ParameterizedTypeReference<>() {};
    /** Ids of 36 characters each, in one address line. */
    private static final int AT_ONCE = 100;

    private final ServiceCalls registrationCalls;

    Seats(ServiceCalls registrationCalls) {
        this.registrationCalls = registrationCalls;
    }

    /** By meeting; a meeting that registration-service does not know yet is missing. */
    public Map<String, Availability> of(List<String> meetingIds) {
        try {
            return ask(meetingIds);
        } catch (NeighbourUnavailable | HttpClientErrorException missing) {
            log.warn("no numbers of seats: {}", missing.getClass().getSimpleName());
            return Map.of();
        }
    }

    /** The same; where there is no answer this fails. */
    Map<String, Availability> ask(List<String> meetingIds) {
        Map<String, Availability> found = new HashMap<>();
        for (int from = 0; from < meetingIds.size(); from += AT_ONCE) {
            String ids = String.join(",", meetingIds.subList(from, Math.min(from + AT_ONCE, meetingIds.size())));
            registrationCalls
                    .openly(client -> client.get()
                            .uri("/api/availability?meetingIds={ids}", ids)
                            .retrieve()
                            .body(PAGE))
                    .list()
                    .forEach(availability -> found.put(availability.meetingId(), availability));
        }
        return found;
    }
}
