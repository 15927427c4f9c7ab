package dk.astra.portal.registration;

import dk.astra.portal.calls.ServiceCalls;
import dk.astra.web.IdempotencyKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Signing up and the personal link, as registration-service offers them to everybody. */
@Component
class Registrations {

    private static final String LINK = "X-Registration-Link";

    private final ServiceCalls registrationCalls;

    Registrations(ServiceCalls registrationCalls) {
        this.registrationCalls = registrationCalls;
    }

    Receipt register(SignUp signUp, String language) {
        SignUpForm form = signUp.form();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("meetingId", signUp.meetingId());
        request.put("name", form.name());
        request.put("email", form.email());
        put(request, "title", form.title());
        put(request, "institutionNumber", form.institutionNumber());
        put(request, "institutionName", form.institutionName());
        put(request, "municipalityCode", form.municipalityCode());
        put(request, "role", form.role());
        put(request, "comment", form.comment());
        put(request, "campaign", form.campaign());
        Map<String, String> answers = signUp.given().answersTo(signUp.meeting());
        if (!answers.isEmpty()) {
            request.put("answers", answers);
        }
        Map<String, Object> needs = signUp.given().needsFor(signUp.meeting());
        if (needs != null) {
            request.put("needs", needs);
        }
        request.put("language", language);
        request.put("channel", form.cameBy().channel().name());
        return registrationCalls.openly(client -> client.post()
                .uri("/api/registrations")
                .header(IdempotencyKey.HEADER, form.idempotencyKey(signUp.meetingId(), language, signUp.given()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(request)
                .retrieve()
                .body(Receipt.class));
    }

    MyRegistration mine(String token) {
        return registrationCalls.openly(client -> client.get()
                .uri("/api/my-registrations")
                .header(LINK, token)
                .retrieve()
                .body(MyRegistration.class));
    }

    MyRegistration cancel(String token) {
        return registrationCalls.openly(client -> client.post()
                .uri("/api/my-registrations/cancel")
                .header(LINK, token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of())
                .retrieve()
                .body(MyRegistration.class));
    }

    MyRegistration change(String token, Map<String, Object> change) {
        return registrationCalls.openly(client -> client.patch()
                .uri("/api/my-registrations")
                .header(LINK, token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(change)
                .retrieve()
                .body(MyRegistration.class));
    }

    void transfer(String token, Map<String, String> colleague) {
        post("/api/my-registrations/transfer", token, colleague);
    }

    /** @param link of the registration that goes on */
    record Moved(String link) {}

    Moved move(String token, String meetingId) {
        return registrationCalls.openly(client -> client.post()
                .uri("/api/my-registrations/move")
                .header(LINK, token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("meetingId", meetingId))
                .retrieve()
                .body(Moved.class));
    }

    MyRegistration accept(String token) {
        return registrationCalls.openly(client -> client.post()
                .uri("/api/my-registrations/accept")
                .header(LINK, token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of())
                .retrieve()
                .body(MyRegistration.class));
    }

    /** The registration at the twin meeting, and its link. */
    record Joined(MyRegistration registration, String link) {}

    Joined either(String token, String meetingId) {
        return registrationCalls.openly(client -> client.post()
                .uri("/api/my-registrations/either")
                .header(LINK, token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("meetingId", meetingId))
                .retrieve()
                .body(Joined.class));
    }

    byte[] data(String token) {
        return registrationCalls.openly(client -> client.get()
                .uri("/api/my-registrations/data")
                .header(LINK, token)
                .retrieve()
                .body(byte[].class));
    }

    void erase(String token) {
        post("/api/my-registrations/erase", token, Map.of());
    }

    void links(String email) {
        post("/api/my-registrations/links", "", Map.of("email", email));
    }

    private void post(String path, String token, Map<String, String> body) {
        registrationCalls.openly(client -> client.post()
                .uri(path)
                .headers(headers -> {
                    if (!token.isEmpty()) {
                        headers.set(LINK, token);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity());
    }

    private static void put(Map<String, Object> request, String name, String value) {
        if (!value.isEmpty()) {
            request.put(name, value);
        }
    }
}
