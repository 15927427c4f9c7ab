package dk.astra.portal.staff;

import dk.astra.portal.calls.Items;
import dk.astra.portal.calls.ServiceCalls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The mail ledger of notification-service. */
@Component
class Mails {

    private static final ParameterizedTypeReference<Items<Mail>> PAGE = new ParameterizedTypeReference<>() {};

    private final ServiceCalls notificationCalls;

    Mails(ServiceCalls notificationCalls) {
        this.notificationCalls = notificationCalls;
    }

    /** One mail; whom it went to is not kept. */
    public record Mail(
            String mailId,
            String kind,
            String state,
            @Nullable String reason,
            @Nullable Integer attempts,
            @Nullable String nextAttemptAt,
            @Nullable String registrationId,
            @Nullable String createdAt,
            @Nullable String sentAt) {

        public boolean isFailed() {
            return state.equals("FAILED");
        }
    }

    List<Mail> of(String meetingId) {
        return notificationCalls
                .asStaff(client -> client.get()
                        .uri("/api/mails?meetingId={id}&limit=500", meetingId)
                        .retrieve()
                        .body(PAGE))
                .list();
    }

    void retry(String mailId) {
        notificationCalls.asStaff(client -> client.post()
                .uri("/api/mails/{id}/retry", mailId)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .retrieve()
                .toBodilessEntity());
    }
}
