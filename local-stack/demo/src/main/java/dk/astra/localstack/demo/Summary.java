package dk.astra.localstack.demo;

import dk.astra.localstack.demo.Platform.Caller;
import java.io.PrintStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Prints what is in the platform now, meeting by meeting. */
final class Summary {

    private final Platform platform;
    private final URI registrations;
    private final PrintStream out;

    Summary(Platform platform, URI registrations, PrintStream out) {
        this.platform = platform;
        this.registrations = registrations;
        this.out = out;
    }

    void print(List<SampleMeeting> meetings, Map<String, String> ids, LoadSignUps.Outcome outcome) {
        Map<String, JsonNode> seats = new HashMap<>();
        Answer answer = platform.get(
                Caller.EVERYBODY,
                URI.create(registrations + "/api/availability?meetingIds=" + String.join(",", ids.values())));
        for (JsonNode item : answer.body().path("items")) {
            seats.put(item.path("meetingId").asString(), item);
        }
        out.printf("%n%9s %9s %9s  meeting%n", "seats", "confirmed", "waiting");
        for (SampleMeeting meeting : meetings) {
            JsonNode counts = seats.getOrDefault(ids.getOrDefault(meeting.key(), ""), MissingNode.getInstance());
            int waiting = counts.path("waiting").asInt(0);
            out.printf(
                    "%9d %9d %9s  %s%n",
                    counts.path("capacity").asInt(meeting.capacity()),
                    counts.path("confirmed").asInt(0),
                    waiting == 0 ? "" : waiting,
                    meeting.label());
        }
        out.printf(
                "%nSign-ups answered: %d confirmed, %d on a waiting list, %d repeats.%n",
                outcome.confirmed(), outcome.waitlisted(), outcome.repeated());
        outcome.refused().forEach((problem, times) -> out.printf("Refused %d times: %s%n", times, problem));
    }
}
