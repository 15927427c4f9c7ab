package dk.astra.portal.groups;

import dk.astra.portal.calls.ServiceCalls;
import dk.astra.web.IdempotencyKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Groups, as registration-service offers them to everybody. */
@Component
class Groups {

    private static final String LINK = "X-Group-Link";

    private final ServiceCalls registrationCalls;

    Groups(ServiceCalls registrationCalls) {
        this.registrationCalls = registrationCalls;
    }

    GroupList signUp(String meetingId, GroupForm form, String language) {
        Map<String, Object> request = request(meetingId, form, language);
        return registrationCalls.openly(client -> client.post()
                .uri("/api/groups")
                .header(IdempotencyKey.HEADER, form.idempotencyKey(meetingId, language))
                .contentType(MediaType.APPLICATION_JSON)
                .body(request)
                .retrieve()
                .body(GroupList.class));
    }

    private static Map<String, Object> request(String meetingId, GroupForm form, String language) {
        Map<String, String> leader = person(form.name(), form.email());
        put(leader, "institutionNumber", form.institutionNumber());
        put(leader, "institutionName", form.institutionName());
        put(leader, "municipalityCode", form.municipalityCode());
        leader.put("language", language);
        List<Map<String, String>> people = new ArrayList<>();
        if (form.self()) {
            people.add(person(form.name(), form.email()));
        }
        form.people().forEach(row -> people.add(person(row.name(), row.email())));
        Integer unnamed = form.unnamedPlaces();
        for (int i = 0; unnamed != null && i < unnamed; i++) {
            people.add(Map.of());
        }
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("meetingId", meetingId);
        request.put("leader", leader);
        request.put("people", people);
        request.put("fit", form.isForAll() ? form.fit() : "AS_MANY_AS_FIT");
        request.put("rest", form.fit().equals("LEAVE") ? "LEAVE" : "WAIT");
        request.put("channel", form.cameBy().channel());
        if (!form.nameBy().isEmpty()) {
            request.put("nameBy", form.nameBy());
        }
        if (form.cameBy().isKnown()) {
            request.put("campaign", form.cameBy().code());
        }
        return request;
    }

    private static Map<String, String> person(String name, String email) {
        Map<String, String> person = new LinkedHashMap<>();
        person.put("name", name);
        person.put("email", email);
        return person;
    }

    private static void put(Map<String, String> request, String name, String value) {
        if (!value.isEmpty()) {
            request.put(name, value);
        }
    }

    GroupList list(String token) {
        return registrationCalls.openly(client -> client.get()
                .uri("/api/my-groups")
                .header(LINK, token)
                .retrieve()
                .body(GroupList.class));
    }

    GroupList name(String token, int number, String name, String email) {
        return post(token, number, "name", person(name, email));
    }

    GroupList cancel(String token, int number) {
        return post(token, number, "cancel", Map.of());
    }

    /** Those who wait together take what comes from now on. */
    void part(String token) {
        post(token, "part");
    }

    byte[] data(String token) {
        return registrationCalls.openly(client -> client.get()
                .uri("/api/my-groups/data")
                .header(LINK, token)
                .retrieve()
                .body(byte[].class));
    }

    void erase(String token) {
        post(token, "erase");
    }

    private void post(String token, String what) {
        registrationCalls.openly(client -> client.post()
                .uri("/api/my-groups/" + what)
                .header(LINK, token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of())
                .retrieve()
                .toBodilessEntity());
    }

    private GroupList post(String token, int number, String what, Map<String, String> body) {
        return registrationCalls.openly(client -> client.post()
                .uri("/api/my-groups/places/{number}/" + what, number)
                .header(LINK, token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(GroupList.class));
    }
}
