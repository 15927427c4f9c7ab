package dk.astra.benchmarks.scenarios;

import dk.astra.benchmarks.load.HttpConnection;
import dk.astra.benchmarks.load.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Sign-ups of people never seen before, one meeting after the other. */
final class SignUps implements Supplier<byte[]> {

    static final String PATH = "/api/registrations";

    private static final AtomicLong PEOPLE = new AtomicLong();

    private final String path;
    private final List<String> meetings;

    SignUps(String path, List<String> meetings) {
        this.path = path;
        this.meetings = meetings;
    }

    static SignUps at(List<String> meetings) {
        return new SignUps(PATH, meetings);
    }

    @Override
    public byte[] get() {
        long person = PEOPLE.incrementAndGet();
        return request(
                person,
                meetings.get((int) (person % meetings.size())),
                UUID.randomUUID().toString());
    }

    /** Whose sign-up it is. */
    static String email(byte[] request) {
        return between(new String(request, StandardCharsets.UTF_8), "\"email\":\"");
    }

    static String registrationId(Reply reply) {
        return between(reply.text(), "\"registrationId\":\"");
    }

    private static String between(String text, String name) {
        int begin = text.indexOf(name) + name.length();
        return text.substring(begin, text.indexOf('"', begin));
    }

    /** The sign-up of a certain person. */
    byte[] request(long person, String meetingId, String key) {
        String json = "{\"meetingId\":\"" + meetingId
                + "\",\"name\":\"Søren Nørgård Æbelø " + person
                + "\",\"email\":\"deltager." + person
                + "@skole.example\",\"institutionNumber\":\"280042\",\"municipalityCode\":\"0340\","
                + "\"role\":\"TEACHER\",\"language\":\"da\",\"channel\":\"WEB\"}";
        return HttpConnection.post(path, json, "Idempotency-Key: " + key);
    }
}
