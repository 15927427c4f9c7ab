package dk.astra.portal.registration;

import dk.astra.portal.calls.ServiceCalls;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The link of an invitation, as registration-service offers it to everybody. */
@Component
class MyInvitations {

    private static final String LINK = "X-Invitation-Link";

    private final ServiceCalls registrationCalls;

    MyInvitations(ServiceCalls registrationCalls) {
        this.registrationCalls = registrationCalls;
    }

    MyInvitation mine(String token) {
        return registrationCalls.openly(client -> client.get()
                .uri("/api/my-invitation")
                .header(LINK, token)
                .retrieve()
                .body(MyInvitation.class));
    }

    MyInvitation answer(String token, String answer, String note) {
        return registrationCalls.openly(client -> client.post()
                .uri("/api/my-invitation/answer")
                .header(LINK, token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("answer", answer, "note", note))
                .retrieve()
                .body(MyInvitation.class));
    }

    byte[] data(String token) {
        return registrationCalls.openly(client -> client.get()
                .uri("/api/my-invitation/data")
                .header(LINK, token)
                .retrieve()
                .body(byte[].class));
    }

    void erase(String token) {
        registrationCalls.openly(client -> client.post()
                .uri("/api/my-invitation/erase")
                .header(LINK, token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of())
                .retrieve()
                .toBodilessEntity());
    }
}
