package dk.astra.systemtests;

import java.util.LinkedHashMap;
import java.util.Map;

/** An invented person who signs up. */
public record Participant(String name, String email, String comment) {

    /** The body of a sign-up for a meeting. */
    public Map<String, Object> request(String meetingId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("meetingId", meetingId);
        body.put("name", name);
        body.put("email", email);
        body.put("municipalityCode", "0340");
        body.put("institutionName", "Skolen ved åen");
        body.put("role", "TEACHER");
        body.put("language", "da");
        body.put("channel", "API");
        body.put("answers", Map.of("forplejning", comment));
        body.put("comment", comment);
        return body;
    }
}
