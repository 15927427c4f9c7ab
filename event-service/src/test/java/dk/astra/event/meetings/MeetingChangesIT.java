package dk.astra.event.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.astra.event.MeetingJson;
import dk.astra.event.RegistrationStub.Told;
import dk.astra.event.RunningService;
import dk.astra.messaging.PendingFact;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** Two organisers at one meeting, and a store that fails at the worst moment. */
class MeetingChangesIT extends RunningService {

    @Autowired
    private Meetings meetings;

    @Autowired
    private MeetingFacts facts;

    @Autowired
    private SeatLimits limits;

    /** What a write does instead; everything else is done by the real store. */
    private interface Write {
        Optional<Meeting> write(Meeting meeting, long readRevision, List<PendingFact> facts);
    }

    private Meetings withWrite(Write write) {
        return (Meetings) Proxy.newProxyInstance(
                Meetings.class.getClassLoader(), new Class<?>[] {Meetings.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        @SuppressWarnings("unchecked")
                        List<PendingFact> news = (List<PendingFact>) arguments[2];
                        return write.write((Meeting) arguments[0], (long) arguments[1], news);
                    }
                    try {
                        return method.invoke(meetings, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private MeetingChanges changes(Meetings store) {
        return new MeetingChanges(store, facts, limits, clock);
    }

    private String scheduled() {
        return api.scheduled(MeetingJson.aMeeting().withCapacity(40)).id();
    }

    /** Raises the capacity while somebody else calls the meeting off. */
    private Meeting race(Meetings store) {
        String id = scheduled();
        AtomicBoolean first = new AtomicBoolean(true);
        try {
            changes(store).apply("capacity changed", id, null, null, meeting -> {
                if (first.getAndSet(false)) {
                    api.post("/api/meetings/" + id + "/cancel", "{\"reason\": {\"da\": \"Sne\"}}");
                }
                return meeting.changeCapacity(50);
            });
        } catch (MeetingNotOpen late) {
            assertThat(late.name()).isEqualTo("meeting-not-open");
        }
        return meetings.find(id).orElseThrow();
    }

    @Test
    void loserSeesWhatTheWinnerDid() {
        assertThat(race(meetings).status()).isEqualTo(Meeting.Status.CANCELLED);
    }

    /** Negative control: without the condition on the revision the cancellation is lost. */
    @Test
    void losesTheWinnersChangeWithoutTheGuard() {
        Meetings unguarded = withWrite((meeting, readRevision, news) -> meetings.write(
                meeting, meetings.find(meeting.id()).orElseThrow().revision(), news));

        assertThat(race(unguarded).status()).isEqualTo(Meeting.Status.SCHEDULED);
    }

    @Test
    void givesSeatsBackWhereTheStoreFails() {
        String id = scheduled();
        MeetingChanges failing = changes(withWrite((meeting, readRevision, news) -> {
            throw new DataAccessResourceFailureException("away");
        }));

        assertThatThrownBy(
                        () -> failing.apply("capacity changed", id, null, null, meeting -> meeting.changeCapacity(30)))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(REGISTRATIONS.told())
                .extracting(Told::body)
                .containsExactly("{\"capacity\":30}", "{\"capacity\":40}");
    }

    @Test
    void keepsTheLowerLimitWhereTheWriteCameThroughAfterAll() {
        String id = scheduled();
        MeetingChanges failing = changes(withWrite((meeting, readRevision, news) -> {
            meetings.write(meeting, readRevision, news);
            throw new DataAccessResourceFailureException("answer lost");
        }));

        assertThatThrownBy(
                        () -> failing.apply("capacity changed", id, null, null, meeting -> meeting.changeCapacity(30)))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(REGISTRATIONS.told()).extracting(Told::body).doesNotContain("{\"capacity\":40}");
        // nobody relayed the fact: the sweep does
        assertThat(facts(id, 2)
                        .getLast()
                        .json()
                        .path("meeting")
                        .path("capacity")
                        .asInt())
                .isEqualTo(30);
    }

    @Test
    void givesUpOnMeetingThatChangesAllTheTime() {
        String id = scheduled();
        MeetingChanges unlucky = changes(withWrite((meeting, readRevision, news) -> Optional.empty()));

        assertThatThrownBy(
                        () -> unlucky.apply("capacity changed", id, null, null, meeting -> meeting.changeCapacity(30)))
                .isInstanceOf(ChangedMeanwhile.class);

        assertThat(REGISTRATIONS.told()).extracting(Told::body).last().isEqualTo("{\"capacity\":40}");
    }
}
