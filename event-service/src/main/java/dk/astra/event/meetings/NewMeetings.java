package dk.astra.event.meetings;

import dk.astra.web.IdempotencyKey;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes meetings, their first fact included, and stores them. */
@Component
public class NewMeetings {

    private final Meetings meetings;
    private final MeetingFacts facts;
    private final Clock clock;

    NewMeetings(Meetings meetings, MeetingFacts facts, Clock clock) {
        this.meetings = meetings;
        this.facts = facts;
        this.clock = clock;
    }

    Meeting alone(Proposal proposal, boolean scheduled, @Nullable IdempotencyKey key) {
        String id = UUID.randomUUID().toString();
        MeetingTimes times = proposal.times().forNew(clock.instant());
        return announced(Meeting.draft(id, null, proposal.content(), times, key), scheduled);
    }

    public Meeting inSeries(String id, PlaceInSeries series, Proposal proposal, boolean scheduled) {
        MeetingTimes times = proposal.times().forNew(clock.instant());
        return announced(Meeting.draft(id, series, proposal.content(), times, null), scheduled);
    }

    private Meeting announced(Meeting draft, boolean scheduled) {
        draft.isSoSince(clock.instant());
        Change change = scheduled ? draft.schedule(clock.instant()) : null;
        if (change != null) {
            draft.publish(facts.of(draft, change));
        }
        return draft;
    }

    /** @return false where it is there already */
    public boolean store(Meeting meeting) {
        boolean added = meetings.add(meeting);
        if (added) {
            facts.relay(meeting.id(), meeting.outbox());
        }
        return added;
    }

    /** The stored ones, in this order. */
    public List<Meeting> stored(List<String> ids) {
        return meetings.withIds(Set.copyOf(ids)).stream()
                .sorted(Comparator.comparingInt(meeting -> ids.indexOf(meeting.id())))
                .toList();
    }
}
