package dk.astra.reporting.meetings;

import dk.astra.contracts.meetings.MeetingState;
import dk.astra.messaging.Effect;
import dk.astra.messaging.FactHeaders;
import dk.astra.reporting.facts.LatestStates;
import dk.astra.reporting.facts.MeetingFigures;
import dk.astra.reporting.facts.RecordedFact;
import dk.astra.reporting.facts.ToldFact;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Takes in facts about meetings. */
@Component
public class LearnMeetings {

    private final LatestStates states;

    LearnMeetings(LatestStates states) {
        this.states = states;
    }

    public List<Effect> learn(List<ToldFact> facts) {
        return states.take("meetings", facts);
    }

    /** The meeting was scheduled, cancelled or held. */
    public ToldFact statusChanged(MeetingState meeting, FactHeaders fact) {
        return told(meeting, fact, true);
    }

    /** Something else changed. */
    public ToldFact changed(MeetingState meeting, FactHeaders fact) {
        return told(meeting, fact, false);
    }

    private static ToldFact told(MeetingState meeting, FactHeaders fact, boolean changesStatus) {
        MeetingFigures figures = MeetingFigures.of(meeting);
        return new ToldFact(RecordedFact.about(figures, fact), state -> {
            if (ToldFact.isLatest(state, fact.sequence())) {
                state.append("version", fact.sequence())
                        .append(
                                "title",
                                new Document("da", meeting.title().da())
                                        .append("en", meeting.title().en()))
                        .append("figures", figures.stored());
                if (changesStatus || !state.containsKey("factId")) {
                    state.put("factId", fact.id());
                }
            }
        });
    }
}
