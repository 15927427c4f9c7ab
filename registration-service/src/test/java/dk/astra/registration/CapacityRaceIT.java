package dk.astra.registration;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.contracts.meetings.MeetingState;
import dk.astra.registration.RegistrationApi.Answer;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.registration.PromoteWaiting;
import dk.astra.registration.registration.Registrations;
import dk.astra.registration.registration.SeatCapacity;
import dk.astra.testsupport.Json;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.StreamRecord;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A capacity that is lowered while something older about it is still under way (P1). */
class CapacityRaceIT extends TwoInstancesTestBase {

    @Autowired
    Registrations registrations;

    @Autowired
    KnownMeetings meetings;

    @Autowired
    PromoteWaiting promotion;

    @Test
    void isNotUndoneByAnInstanceThatStillSeesTheOldOne() throws Exception {
        assertThat(statusOfAFourthAfterTheRace(registrations)).isEqualTo("WAITLISTED");
    }

    /** Negative control: if the seats kept before are not counted on by a write, the other one opens them. */
    @Test
    void wouldBeUndoneIfKeptSeatsWereOnlyRead() throws Exception {
        Registrations readOnly = (Registrations) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Registrations.class},
                (proxy, method, arguments) -> method.getName().equals("keep")
                        ? (Object) true
                        : invoke(() -> method.invoke(registrations, arguments)));

        assertThat(statusOfAFourthAfterTheRace(readOnly)).isEqualTo("CONFIRMED");
    }

    /** Three of five seats are taken and two kept; one instance is about to open these two when another keeps them. */
    private String statusOfAFourthAfterTheRace(Registrations ofTheLowering) throws Exception {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(5));
        for (int i = 0; i < 3; i++) {
            api.register(meeting, "n" + i + "@skole.example");
        }
        SeatCapacity lowering = seatCapacity(ofTheLowering, meetings);
        lowering.reserve(meeting, 3);
        mongo.getCollection("meetings")
                .updateOne(new Document("_id", meeting), new Document("$set", new Document("capacity", 5)));
        AtomicBoolean lowered = new AtomicBoolean();
        KnownMeetings slow = (KnownMeetings) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KnownMeetings.class}, (proxy, method, arguments) -> {
                    Object read = invoke(() -> method.invoke(meetings, arguments));
                    if (method.getName().equals("find") && lowered.compareAndSet(false, true)) {
                        lowering.reserve(meeting, 3);
                    }
                    return read;
                });

        seatCapacity(registrations, slow).follow(meeting);

        return api.register(meeting, "n3@skole.example").text("status");
    }

    private interface Call {
        Object now() throws ReflectiveOperationException;
    }

    private static Object invoke(Call call) throws Throwable {
        try {
            return call.now();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private SeatCapacity seatCapacity(Registrations seats, KnownMeetings known) throws ReflectiveOperationException {
        Constructor<SeatCapacity> constructor = SeatCapacity.class.getDeclaredConstructor(
                Registrations.class, KnownMeetings.class, PromoteWaiting.class);
        constructor.setAccessible(true);
        return constructor.newInstance(seats, known, promotion);
    }

    @Test
    void isNotUndoneByAFactFromBefore() {
        MeetingBuilder builder = aMeeting().withId(newId()).withCapacity(5);
        String meeting = scheduled(builder);
        for (int i = 0; i < 3; i++) {
            api.register(meeting, "o" + i + "@skole.example");
        }
        Instant before = Instant.now().minusSeconds(5);
        Answer asked = api.internal("PUT", "/internal/meetings/" + meeting + "/capacity", Map.of("capacity", 3));
        assertThat(asked.status()).isEqualTo(200);

        toldAt(before, builder.withVersion(2).build());

        awaitVersion(meeting, 2);
        Answer fourth = api.register(meeting, "o3@skole.example");
        assertThat(fourth.text("status")).isEqualTo("WAITLISTED");
        changed(builder.withVersion(3).withCapacity(3), "capacity");
        awaitVersion(meeting, 3);
        assertThat(api.my(fourth.text("link")).text("status")).isEqualTo("WAITLISTED");
        changed(builder.withVersion(4).withCapacity(4), "capacity");
        await().atMost(20, SECONDS)
                .until(() -> api.my(fourth.text("link")).text("status").equals("CONFIRMED"));
    }

    private void toldAt(Instant time, MeetingState state) {
        Map<String, String> headers =
                new HashMap<>(StreamRecord.headers("meeting.changed.v1", state.meetingId(), state.version()));
        headers.put("ce_time", time.toString());
        byte[] body = Json.MAPPER.writeValueAsBytes(Map.of("meeting", state, "changed", Set.of("title")));
        streams.publish("meetings", state.meetingId(), headers, body);
    }

    private void awaitVersion(String meeting, long version) {
        await().atMost(20, SECONDS)
                .until(() -> meetings.find(meeting).orElseThrow().version() == version);
        // its consequences are drawn by the consumer right after: a later fact's turn comes after them
        await().during(Duration.ofMillis(500)).atMost(5, SECONDS).until(() -> true);
    }

    @Test
    void leavesTheUnusedSeatsToNewcomersOfAnInstanceThatStartsFromTheStore() {
        String meeting = scheduled(aMeeting().withId(newId()).withCapacity(5));
        api.register(meeting, "q0@skole.example");
        api.internal("PUT", "/internal/meetings/" + meeting + "/capacity", Map.of("capacity", 3));

        assertThat(otherInstance.register(meeting, "q1@skole.example").text("status"))
                .isEqualTo("CONFIRMED");
        assertThat(otherInstance.register(meeting, "q2@skole.example").text("status"))
                .isEqualTo("CONFIRMED");
        assertThat(otherInstance.register(meeting, "q3@skole.example").text("status"))
                .isEqualTo("WAITLISTED");
    }
}
