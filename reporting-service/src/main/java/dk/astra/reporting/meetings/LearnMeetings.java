package dk.astra.reporting.meetings;

import dk.astra.contracts.meetings.MeetingState;
import dk.astra.messaging.Effect;
import dk.astra.messaging.FactHeaders;
import dk.astra.reporting.facts.MeetingFigures;
import dk.astra.reporting.facts.RecordedFact;
import dk.astra.reporting.facts.Trail;
import org.springframework.stereotype.Component;

/** Takes in a fact about a meeting. Cost: two round trips, an insert (trail) and an upsert (state). */
@Component
public class LearnMeetings {

    private final Trail trail;
    private final KnownMeetings meetings;

    LearnMeetings(Trail trail, KnownMeetings meetings) {
        this.trail = trail;
        this.meetings = meetings;
    }

    /** The meeting was scheduled, cancelled or held. */
    public Effect changeStatus(MeetingState meeting, FactHeaders fact) {
        return follow(meeting, fact, true);
    }

    /** Something else changed. */
    public Effect change(MeetingState meeting, FactHeaders fact) {
        return follow(meeting, fact, false);
    }

    /** Trail first: a crash in between is made good by the redelivery, and no number is ahead of its list. */
    private Effect follow(MeetingState meeting, FactHeaders fact, boolean changesStatus) {
        MeetingFigures figures = MeetingFigures.of(meeting);
        boolean isNew = trail.add(RecordedFact.about(figures, fact));
        boolean isLatest = meetings.store(
                new KnownMeeting(fact.subject(), fact.sequence(), meeting.title(), figures, fact.id()), changesStatus);
        return isNew || isLatest ? Effect.APPLIED : Effect.REPEATED;
    }
}
