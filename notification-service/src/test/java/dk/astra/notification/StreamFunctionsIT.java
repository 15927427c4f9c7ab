package dk.astra.notification;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static dk.astra.testsupport.RegistrationBuilder.aRegistration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.contracts.meetings.MeetingChanged;
import dk.astra.contracts.meetings.MeetingScheduled;
import dk.astra.contracts.registrations.RegistrationCreated;
import dk.astra.contracts.registrations.RegistrationPromoted;
import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.testsupport.StreamRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Promise P4 on the receiving side: good, duplicate, out of order, unknown, malformed, good again. */
class StreamFunctionsIT extends ServiceTest {

    @Autowired
    MeterRegistry meters;

    @Test
    void takesWhateverLiesOnTheRegistrations() {
        String meetingId = UUID.randomUUID().toString();
        publish(new MeetingScheduled(aMeeting().withId(meetingId).build()));
        Map<String, Double> before = counted("followRegistrations");
        long dead = streams().records("registrations.notification.dead").size();

        RegistrationState second =
                aRegistration().forMeeting(meetingId).withVersion(2).onSeat(3).build();
        String id = second.registrationId();
        String email = CONTACTS.add(id, "Åse Øst", "da");
        RegistrationPromoted promoted = new RegistrationPromoted(second);
        String factId = publish(promoted); // good
        publishAgain(promoted, factId); // duplicate
        publish(new RegistrationCreated(aRegistration()
                .withId(id)
                .forMeeting(meetingId)
                .withVersion(1)
                .waitlisted(1)
                .build())); // out of order
        streams()
                .publish(
                        "registrations",
                        id,
                        StreamRecord.headers("registration.sang.v1", id, 3),
                        "{}".getBytes(StandardCharsets.UTF_8)); // unknown
        streams()
                .publish(
                        "registrations",
                        id,
                        StreamRecord.headers("registration.created.v1", id, 4),
                        "not json".getBytes(StandardCharsets.UTF_8)); // malformed
        RegistrationState other = aRegistration().forMeeting(meetingId).build();
        String otherEmail = CONTACTS.add(other.registrationId(), "Bo", "da");
        publish(new RegistrationCreated(other)); // good again

        awaitMails(email, 1);
        awaitMails(otherEmail, 1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(difference(before, counted("followRegistrations")))
                        .containsEntry("applied", 3.0)
                        .containsEntry("repeated", 1.0)
                        .containsEntry("skipped", 1.0)
                        .containsEntry("malformed", 1.0)
                        .containsEntry("failed", 0.0));
        assertThat(streams().records("registrations.notification.dead")).hasSize((int) dead + 1);
        JsonNode mails = mails("registrationId=" + id);
        assertThat(mails).hasSize(2);
        assertThat(mails("registrationId=" + id + "&state=WITHDRAWN")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("OVERTAKEN");
    }

    @Test
    void takesWhateverLiesOnTheMeetings() {
        String meetingId = UUID.randomUUID().toString();
        RegistrationState registration = aRegistration().forMeeting(meetingId).build();
        String email = confirmed(aMeeting().withId(meetingId).build(), registration);
        Map<String, Double> before = counted("followMeetings");

        MeetingChanged changed = new MeetingChanged(
                aMeeting()
                        .withId(meetingId)
                        .withVersion(3)
                        .withTitle("Ny titel", "New title")
                        .build(),
                Set.of("title"));
        Map<String, String> headers = StreamRecord.headers("meeting.changed.v1", meetingId, 3);
        streams().publish("meetings", meetingId, headers, JSON.writeValueAsBytes(changed)); // good
        streams().publish("meetings", meetingId, headers, JSON.writeValueAsBytes(changed)); // duplicate
        publish(new MeetingChanged(
                aMeeting()
                        .withId(meetingId)
                        .withVersion(2)
                        .withTitle("Gammel", "Old")
                        .build(),
                Set.of("title"))); // out of order
        streams()
                .publish(
                        "meetings",
                        meetingId,
                        StreamRecord.headers("meeting.painted.v1", meetingId, 4),
                        "{}".getBytes(StandardCharsets.UTF_8)); // unknown
        streams()
                .publish(
                        "meetings",
                        meetingId,
                        StreamRecord.headers("meeting.changed.v1", meetingId, 4),
                        "{\"meeting\":null}".getBytes(StandardCharsets.UTF_8)); // malformed
        publish(new MeetingChanged(
                aMeeting().withId(meetingId).withVersion(4).withCapacity(5).build(), Set.of("capacity"))); // good

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(difference(before, counted("followMeetings")))
                        .containsEntry("applied", 2.0)
                        .containsEntry("repeated", 2.0)
                        .containsEntry("skipped", 1.0)
                        .containsEntry("malformed", 1.0)
                        .containsEntry("failed", 0.0));
        assertThat(awaitMails(email, 2)).hasSize(2);
    }

    private Map<String, Double> counted(String function) {
        Map<String, Double> counted = new LinkedHashMap<>();
        for (String outcome : new String[] {"applied", "repeated", "skipped", "malformed", "failed"}) {
            counted.put(
                    outcome,
                    meters.counter("facts.received", "function", function, "outcome", outcome)
                            .count());
        }
        return counted;
    }

    private static Map<String, Double> difference(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> difference = new LinkedHashMap<>();
        after.forEach((outcome, count) -> difference.put(outcome, count - before.getOrDefault(outcome, 0.0)));
        return difference;
    }
}
