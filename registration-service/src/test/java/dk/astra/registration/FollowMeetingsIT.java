package dk.astra.registration;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.contracts.meetings.MeetingState;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.StreamRecord;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Good, duplicate, out of order, unknown, malformed, good again: the counters add up (P4). */
class FollowMeetingsIT extends RegistrationServiceTestBase {

    @Test
    void takesWhatIsGoodAndAccountsForTheRest() {
        MeetingBuilder builder = aMeeting().withId(newId()).withCapacity(7);
        MeetingState first = builder.build();
        Map<String, Double> before = outcomes();

        publish("meeting.scheduled.v1", first, Map.of("meeting", first));
        publish("meeting.scheduled.v1", first, Map.of("meeting", first));
        changed(builder.withVersion(3).withCapacity(9), "capacity");
        changed(builder.withVersion(2).withCapacity(8), "capacity");
        String key = first.meetingId();
        streams.publishFact("meetings", key, "meeting.sung-about.v1", 4, Map.of("song", "la"));
        streams.publish("meetings", key, StreamRecord.headers("meeting.changed.v1", key, 4), "{".getBytes());
        Map<String, String> noHeaders = new HashMap<>(StreamRecord.headers("meeting.changed.v1", key, 4));
        noHeaders.remove("ce_id");
        streams.publish("meetings", key, noHeaders, "{}".getBytes());
        changed(builder.withVersion(5).withCapacity(11), "capacity");

        await().atMost(30, SECONDS).untilAsserted(() -> {
            Map<String, Double> now = outcomes();
            assertThat(now.get("applied") - before.get("applied")).isEqualTo(3);
            assertThat(now.get("repeated") - before.get("repeated")).isEqualTo(2);
            assertThat(now.get("skipped") - before.get("skipped")).isEqualTo(1);
            assertThat(now.get("malformed") - before.get("malformed")).isEqualTo(2);
            assertThat(now.get("failed") - before.get("failed")).isZero();
        });
        assertThat(api.send("GET", "/api/meetings/" + key + "/availability", null)
                        .body()
                        .path("capacity")
                        .asInt())
                .isEqualTo(11);
        assertThat(streams.records("meetings.registration.dead"))
                .filteredOn(r -> key.equals(r.subject()))
                .hasSize(2);
    }

    private Map<String, Double> outcomes() {
        Map<String, Double> counts = new HashMap<>();
        for (String outcome : new String[] {"applied", "repeated", "skipped", "malformed", "failed"}) {
            counts.put(outcome, counted(outcome));
        }
        return counts;
    }
}
