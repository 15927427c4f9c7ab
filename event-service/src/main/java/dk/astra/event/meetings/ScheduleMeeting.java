package dk.astra.event.meetings;

import dk.astra.web.IdempotencyKey;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Plans a meeting: as a draft, open for sign-up at once, or later. */
@Component
public class ScheduleMeeting {

    private static final Logger log = LoggerFactory.getLogger(ScheduleMeeting.class);

    private final Meetings meetings;
    private final NewMeetings newMeetings;
    private final MeetingChanges changes;
    private final Clock clock;

    ScheduleMeeting(Meetings meetings, NewMeetings newMeetings, MeetingChanges changes, Clock clock) {
        this.meetings = meetings;
        this.newMeetings = newMeetings;
        this.changes = changes;
        this.clock = clock;
    }

    /** What an earlier request with the same key created. */
    public Optional<Answer> repeated(@Nullable IdempotencyKey key) {
        if (key == null) {
            return Optional.empty();
        }
        return meetings.findByCreationKey(key.value()).map(meeting -> {
            meeting.requireCreatedBy(key);
            return new Answer(meeting, true);
        });
    }

    /** A new meeting. */
    public Answer create(Proposal proposal, boolean scheduled, @Nullable IdempotencyKey key) {
        Meeting meeting = newMeetings.alone(proposal, scheduled, key);
        if (!newMeetings.store(meeting)) {
            // somebody else came first with the same key
            return repeated(key).orElseThrow(() -> new IllegalStateException("a random id was taken"));
        }
        log.info("meeting {}: created, {}", meeting.id(), meeting.status());
        return new Answer(meeting, false);
    }

    /** A draft becomes open for sign-up. */
    public Answer schedule(String id, @Nullable IdempotencyKey key) {
        return changes.apply("scheduled", id, key, null, meeting -> meeting.schedule(clock.instant()));
    }
}
