package dk.astra.reporting.mails;

import dk.astra.contracts.deliveries.MailState;
import dk.astra.messaging.Effect;
import dk.astra.messaging.FactHeaders;
import dk.astra.reporting.facts.LatestStates;
import dk.astra.reporting.facts.MailFigures;
import dk.astra.reporting.facts.RecordedFact;
import dk.astra.reporting.facts.Trail;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what became of a mail. Cost: two round trips, an insert (trail) and an upsert (state). */
@Component
public class LearnMails {

    private final Trail trail;
    private final LatestStates states;

    LearnMails(Trail trail, LatestStates states) {
        this.trail = trail;
        this.states = states;
    }

    /** Trail first: a crash in between is made good by the redelivery, and no number is ahead of its list. */
    public Effect learn(MailState mail, MailFigures.Outcome outcome, @Nullable String reason, FactHeaders fact) {
        MailFigures figures = new MailFigures(outcome, mail.kind(), reason);
        boolean isNew = trail.add(RecordedFact.about(figures, mail.meetingId(), fact));
        Document set = new Document("version", fact.sequence())
                .append("meetingId", mail.meetingId())
                .append("figures", states.stored(figures))
                .append("factId", fact.id());
        boolean isLatest =
                states.store("mails", fact.subject(), fact.sequence(), new Document(), new Document("$set", set));
        return isNew || isLatest ? Effect.APPLIED : Effect.REPEATED;
    }
}
