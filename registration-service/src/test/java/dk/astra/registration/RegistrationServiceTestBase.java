package dk.astra.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.astra.contracts.meetings.MeetingState;
import dk.astra.testsupport.MeetingBuilder;
import dk.astra.testsupport.StreamProbe;
import dk.astra.testsupport.WithInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The service on a real port, with a real broker and store; meetings come over the stream. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithInfrastructure(database = "registrations_it")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegistrationServiceTestBase {

    @LocalServerPort
    int port;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MeterRegistry meters;

    StreamProbe streams;
    RegistrationApi api;

    @BeforeAll
    void openStreams() {
        streams = StreamProbe.ofCurrent();
    }

    @BeforeEach
    void openApi() {
        api = new RegistrationApi(port);
    }

    @AfterAll
    void closeStreams() {
        streams.close();
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Publishes a scheduled meeting and waits until it can be signed up for. */
    String scheduled(MeetingBuilder meeting) {
        MeetingState state = meeting.build();
        publish("meeting.scheduled.v1", state, Map.of("meeting", state));
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(
                                api.send("GET", "/api/meetings/" + state.meetingId() + "/availability", null)
                                        .status())
                        .isEqualTo(200));
        return state.meetingId();
    }

    String publish(String type, MeetingState state, Object fact) {
        return streams.publishFact("meetings", state.meetingId(), type, state.version(), fact);
    }

    String changed(MeetingBuilder meeting, String... fields) {
        MeetingState state = meeting.build();
        return publish("meeting.changed.v1", state, Map.of("meeting", state, "changed", Set.of(fields)));
    }

    double counted(String outcome) {
        return meters.counter("facts.received", "function", "followMeetings", "outcome", outcome)
                .count();
    }
}
