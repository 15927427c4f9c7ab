package dk.astra.localstack.demo;

import dk.astra.localstack.demo.Platform.Caller;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Schedules the meetings that are not there yet, twins together as a series. */
final class LoadMeetings {

    private final Platform platform;
    private final URI events;
    private final LocalDate today;

    LoadMeetings(Platform platform, URI events, LocalDate today) {
        this.platform = platform;
        this.events = events;
        this.today = today;
    }

    /** @return ids by the samples' keys, in the samples' order */
    Map<String, String> load(List<SampleMeeting> meetings, Progress progress) {
        List<JsonNode> existing = existing();
        Map<String, List<SampleMeeting>> groups = new LinkedHashMap<>();
        for (SampleMeeting meeting : meetings) {
            String group = meeting.series() == null ? meeting.key() : meeting.series();
            groups.computeIfAbsent(group, any -> new ArrayList<>()).add(meeting);
        }
        Map<String, String> ids = new LinkedHashMap<>();
        groups.forEach((group, members) -> {
            for (SampleMeeting meeting : members) {
                String id = idOf(meeting, existing);
                if (id != null) {
                    ids.put(meeting.key(), id);
                }
            }
            if (!members.stream().allMatch(meeting -> ids.containsKey(meeting.key()))) {
                schedule(group, members, ids);
            }
            progress.advance(members.size());
        });
        return ids;
    }

    private static @Nullable String idOf(SampleMeeting meeting, List<JsonNode> views) {
        return views.stream()
                .filter(meeting::isShownBy)
                .map(view -> view.path("id").asString())
                .findFirst()
                .orElse(null);
    }

    private List<JsonNode> existing() {
        List<JsonNode> views = new ArrayList<>();
        String cursor = "";
        do {
            // what is over can no longer be signed up for, so it does not count as there
            Answer answer = platform.get(
                    Caller.EVERYBODY, URI.create(events + "/api/meetings?status=SCHEDULED&limit=100" + cursor));
            if (!answer.isSuccess()) {
                throw new DemoRefused("event-service does not list its meetings: " + answer.explanation());
            }
            answer.body().path("items").forEach(views::add);
            String next = answer.body().path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return views;
    }

    private void schedule(String group, List<SampleMeeting> members, Map<String, String> ids) {
        ArrayNode requests = JsonMapper.shared().createArrayNode();
        members.forEach(meeting -> requests.add(meeting.request(today)));
        boolean series = members.size() > 1;
        JsonNode body = series ? series(requests) : requests.get(0);
        Answer answer = platform.post(
                Caller.ORGANISER,
                URI.create(events + (series ? "/api/series" : "/api/meetings") + "?schedule=true"),
                IdempotencyKey.of("meeting", group, body),
                body);
        if (!answer.isSuccess()) {
            throw new DemoRefused("event-service does not take the meeting " + group + ": " + answer.explanation());
        }
        List<JsonNode> views = new ArrayList<>();
        if (series) {
            answer.body().path("meetings").forEach(views::add);
        } else {
            views.add(answer.body());
        }
        for (SampleMeeting meeting : members) {
            String id = idOf(meeting, views);
            if (id == null) {
                throw new DemoRefused("event-service answered without the meeting " + meeting.key() + ".");
            }
            ids.put(meeting.key(), id);
        }
    }

    private static ObjectNode series(ArrayNode requests) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("identicalContent", true);
        body.set("meetings", requests);
        return body;
    }
}
