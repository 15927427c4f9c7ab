package dk.astra.event.meetings;

import dk.astra.messaging.PendingFact;
import dk.astra.web.IdempotencyKey;
import dk.astra.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries out a command on one meeting: the change, the key that it came with and the fact that tells it are one
 * conditional write (P4); a lost race is run again on what won.
 */
@Component
class MeetingChanges {

    private static final Logger log = LoggerFactory.getLogger(MeetingChanges.class);
    private static final int TRIES = 8;

    private final Meetings meetings;
    private final MeetingFacts facts;
    private final SeatLimits limits;
    private final Clock clock;

    MeetingChanges(Meetings meetings, MeetingFacts facts, SeatLimits limits, Clock clock) {
        this.meetings = meetings;
        this.facts = facts;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param command for the log
     * @param expectedVersion null where the organiser does not say what was seen
     * @param transition null where the meeting was so already
     */
    Answer apply(
            String command,
            String id,
            @Nullable IdempotencyKey key,
            @Nullable Long expectedVersion,
            Function<Meeting, @Nullable Change> transition) {
        boolean[] limited = {false};
        try {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                Answer answer = attempt(command, id, key, expectedVersion, transition, limited);
                if (answer != null) {
                    return answer;
                }
            }
            throw new ChangedMeanwhile(meetings.find(id).map(Meeting::version).orElse(0L));
        } catch (RuntimeException failure) {
            if (limited[0]) {
                liftLimit(id);
            }
            throw failure;
        }
    }

    private @Nullable Answer attempt(
            String command,
            String id,
            @Nullable IdempotencyKey key,
            @Nullable Long expectedVersion,
            Function<Meeting, @Nullable Change> transition,
            boolean[] limited) {
        Meeting meeting = meetings.find(id).orElseThrow(NotFound::new);
        if (key != null && meeting.remembers(key)) {
            return new Answer(meeting, true);
        }
        if (expectedVersion != null && expectedVersion != meeting.version()) {
            throw new ChangedMeanwhile(meeting.version());
        }
        int seats = meeting.content().capacity();
        Change change = transition.apply(meeting);
        if (change == null && key == null) {
            return new Answer(meeting, true);
        }
        int newSeats = meeting.content().capacity();
        if (meeting.isAnnounced() && newSeats < seats) {
            lowerLimit(id, newSeats, limited);
        }
        long read = meeting.revision();
        List<PendingFact> news = List.of();
        if (change != null) {
            meeting.nextVersion(clock.instant());
            news = meeting.isAnnounced() ? List.of(facts.of(meeting, change)) : news;
        }
        if (key != null) {
            meeting.remember(key);
        }
        meeting.nextRevision();
        Optional<Meeting> written = meetings.write(meeting, read, news);
        if (written.isEmpty()) {
            return null;
        }
        limited[0] = false;
        facts.relay(id, written.get().outbox());
        log.info("meeting {}: {}, now version {}", id, command, meeting.version());
        return new Answer(written.get(), change == null);
    }

    private void lowerLimit(String id, int seats, boolean[] limited) {
        boolean before = limited[0];
        limited[0] = true; // also where no answer comes: it may have been heard
        try {
            limits.limit(id, seats);
        } catch (CapacityBelowConfirmed refused) {
            limited[0] = before;
            throw refused;
        }
    }

    /**
     * Registration-service was told a limit that is not the meeting's capacity. Where the store does not say what the
     * capacity is, the lower limit stays: too few seats for a while harm nobody, too many cannot be taken back (P1).
     */
    private void liftLimit(String id) {
        try {
            meetings.find(id)
                    .ifPresent(meeting -> limits.limit(id, meeting.content().capacity()));
        } catch (RuntimeException e) {
            log.warn(
                    "meeting {}: registration-service may keep a lower limit until the next change: {}",
                    id,
                    e.toString());
        }
    }
}
