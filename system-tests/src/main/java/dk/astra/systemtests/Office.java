package dk.astra.systemtests;

import dk.astra.testsupport.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** What staff do through the public HTTP interfaces: schedule, hold, look into lists. */
public final class Office {

    static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private final Stack stack;
    private final Http http = new Http();

    public Office(Stack stack) {
        this.stack = stack;
    }

    /** A body for {@code POST /api/meetings}: an advisory group meeting in three weeks; change what matters. */
    public static Map<String, Object> meeting(String title, int capacity) {
        LocalDateTime start = LocalDateTime.now(ZONE).plusDays(21).toLocalDate().atTime(9, 30);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "ADVISORY_GROUP_MEETING");
        body.put("network", "PRIMARY");
        body.put("format", "PHYSICAL");
        body.put("side", "EAST");
        body.put("title", Map.of("da", title, "en", title + " (en)"));
        body.put("description", Map.of("da", "Om forsøg i undervisningen.", "en", "On experiments in class."));
        body.put("audience", Map.of("da", "Medlemmer af følgegruppen", "en", "Members of the group"));
        body.put("startsAt", start.toString());
        body.put("endsAt", start.plusHours(5).toString());
        body.put(
                "venue",
                Map.of(
                        "name", "Huset ved åen",
                        "street", "Åvej 1",
                        "postalCode", "4180",
                        "town", "Sorø",
                        "municipalityCode", "0340"));
        body.put("programme", List.of(Map.of("startsAt", "09:30", "title", Map.of("da", "Velkomst", "en", "Welcome"))));
        body.put("agendaTags", List.of("ABC"));
        body.put("contact", Map.of("role", "Arrangementer", "email", "arrangementer@astra.example"));
        body.put("capacity", capacity);
        return body;
    }

    /** A meeting that begins late this evening, open for sign-up until then: it can be held at once. */
    public static Map<String, Object> meetingToday(String title, int capacity) {
        LocalDateTime start = LocalDateTime.now(ZONE).toLocalDate().atTime(23, 58);
        Map<String, Object> body = meeting(title, capacity);
        body.put("startsAt", start.toString());
        body.put("endsAt", start.plusHours(1).toString());
        body.put(
                "registrationOpensAt",
                start.toLocalDate().minusDays(7).atTime(8, 0).toString());
        body.put("registrationClosesAt", start.minusMinutes(1).toString());
        body.put("cancellationDeadline", start.minusMinutes(1).toString());
        body.put("programme", List.of());
        return body;
    }

    /** Schedules a meeting and waits until people can sign up for it. Answers its id. */
    public String schedule(Map<String, Object> meeting) {
        return calling(() -> {
            JsonNode view = http.post(stack.events("/api/meetings?schedule=true"), stack.as("ORGANISER"), meeting)
                    .expect(201)
                    .json();
            String id = view.path("id").asString();
            awaitOpen(id);
            return id;
        });
    }

    private void awaitOpen(String id) {
        Awaitility.await("registration-service knows the meeting " + id)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> http.get(stack.registrations("/api/meetings/" + id + "/availability"), Map.of())
                                .status()
                        == 200);
    }

    /** Twins, East first, with so many seats; answers their ids when people can sign up for both. */
    public List<String> scheduleTwins(String title, int seatsEast, int seatsWest) {
        return calling(() -> {
            Map<String, Object> west = meeting(title, seatsWest);
            west.put("side", "WEST");
            Map<String, Object> request =
                    Map.of("identicalContent", true, "meetings", List.of(meeting(title, seatsEast), west));
            List<String> ids = new ArrayList<>();
            http.post(stack.events("/api/series?schedule=true"), stack.as("ORGANISER"), request)
                    .expect(201)
                    .json()
                    .path("meetings")
                    .forEach(twin -> ids.add(twin.path("id").asString()));
            ids.forEach(this::awaitOpen);
            return ids;
        });
    }

    public JsonNode availability(String meetingId) {
        return calling(() -> http.get(stack.registrations("/api/meetings/" + meetingId + "/availability"), Map.of())
                .expect(200)
                .json());
    }

    public void changeCapacity(String meetingId, int capacity) {
        Map<String, String> headers = new LinkedHashMap<>(stack.as("ORGANISER"));
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        calling(() -> http.post(
                        stack.events("/api/meetings/" + meetingId + "/capacity"), headers, Map.of("capacity", capacity))
                .expect(200));
    }

    /** Everybody registered is told the reason. */
    public void cancel(String meetingId, String danish, String english) {
        calling(() -> http.post(
                        stack.events("/api/meetings/" + meetingId + "/cancel"),
                        stack.as("ORGANISER"),
                        Map.of("reason", Map.of("da", danish, "en", english)))
                .expect(200));
    }

    /** Invites somebody; answers the invitation's id. */
    public String invite(String meetingId, Participant participant, String language) {
        Map<String, String> person =
                Map.of("name", participant.name(), "email", participant.email(), "language", language);
        return calling(() -> http.post(
                        stack.registrations("/api/meetings/" + meetingId + "/invitations"),
                        stack.as("ORGANISER"),
                        Map.of("people", List.of(person)))
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("invitationId")
                .asString());
    }

    public void withdraw(String invitationId) {
        calling(() -> http.post(
                        stack.registrations("/api/invitations/" + invitationId + "/withdraw"),
                        stack.as("ORGANISER"),
                        Map.of())
                .expect(200));
    }

    /** Gives registration-service the municipalities and institutions of {@code samples/2024}. */
    public void loadRegisters() {
        for (String register : List.of("municipalities", "institutions")) {
            calling(() -> http.send(
                            "PUT",
                            stack.registrations("/api/reference/" + register),
                            stack.as("ADMINISTRATOR"),
                            Json.MAPPER.readTree(stack.root().resolve("samples/2024/" + register + ".json")))
                    .expect(200));
        }
    }

    public void hold(String meetingId, int attendance) {
        calling(() -> http.post(
                        stack.events("/api/meetings/" + meetingId + "/hold"),
                        stack.as("ORGANISER"),
                        Map.of("attendance", attendance))
                .expect(200));
    }

    /** Every registration of a meeting, by seat, then by place in line, then the cancelled ones. */
    public List<JsonNode> participants(String meetingId) {
        return pages("/api/meetings/" + meetingId + "/registrations?limit=200");
    }

    private List<JsonNode> pages(String path) {
        return calling(() -> {
            List<JsonNode> all = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = http.get(
                                stack.registrations(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor)),
                                stack.as("ORGANISER"))
                        .expect(200)
                        .json();
                page.path("items").forEach(all::add);
                cursor = page.path("next").asString("");
            } while (!cursor.isEmpty());
            return all;
        });
    }

    /** The mails that notification-service knows of for a meeting, without addresses. */
    public List<JsonNode> mailsOf(String meetingId) {
        return calling(() -> {
            List<JsonNode> mails = new ArrayList<>();
            http.get(stack.notifications("/api/mails?limit=1000&meetingId=" + meetingId), stack.as("ORGANISER"))
                    .expect(200)
                    .json()
                    .path("items")
                    .forEach(mails::add);
            return mails;
        });
    }

    /** A measure of a plan as the manager sees it. */
    public JsonNode measure(String planId, String measureId) {
        return calling(() -> {
            JsonNode plan = http.get(stack.reports("/api/plans/" + planId), stack.as("MANAGER"))
                    .expect(200)
                    .json();
            for (JsonNode goal : plan.path("goals")) {
                for (JsonNode measure : goal.path("measures")) {
                    if (measure.path("id").asString().equals(measureId)) {
                        return measure;
                    }
                }
            }
            throw new AssertionError("no measure " + measureId + " in the plan " + planId);
        });
    }

    /** The facts behind a measure. */
    public JsonNode trail(String planId, String measureId) {
        return calling(() -> http.get(
                        stack.reports("/api/plans/" + planId + "/measures/" + measureId + "/trail"),
                        stack.as("MANAGER"))
                .expect(200)
                .json());
    }

    /** Gives reporting-service the plan of {@code samples/2024}, moved to this year. */
    public void loadPlan(String planId) {
        calling(() -> {
            JsonNode plan = Json.MAPPER.readTree(stack.root().resolve("samples/2024/plan.json"));
            String moved = plan.toString()
                    .replace("\"planId\":\"2024\"", "\"planId\":\"" + planId + "\"")
                    .replace("\"2024-", "\"" + LocalDateTime.now(ZONE).getYear() + "-");
            return http.send(
                            "PUT",
                            stack.reports("/api/plans/" + planId),
                            stack.as("ADMINISTRATOR"),
                            Json.MAPPER.readTree(moved))
                    .expect(200);
        });
    }

    private static <T> T calling(Call<T> call) {
        try {
            return call.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Call<T> {
        T run() throws IOException;
    }
}
