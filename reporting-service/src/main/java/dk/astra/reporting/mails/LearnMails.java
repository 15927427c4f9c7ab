package dk.astra.reporting.mails;

import dk.astra.contracts.deliveries.MailState;
import dk.astra.messaging.Effect;
import dk.astra.messaging.FactHeaders;
import dk.astra.reporting.facts.LatestStates;
import dk.astra.reporting.facts.MailFigures;
import dk.astra.reporting.facts.RecordedFact;
import dk.astra.reporting.facts.ToldFact;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what became of mails. */
@Component
public class LearnMails {

    private final LatestStates states;

    LearnMails(LatestStates states) {
        this.states = states;
    }

    public List<Effect> learn(List<ToldFact> facts) {
        return states.take("mails", facts);
    }

    public ToldFact told(MailState mail, MailFigures.Outcome outcome, @Nullable String reason, FactHeaders fact) {
        MailFigures figures = new MailFigures(outcome, mail.kind(), reason);
        return new ToldFact(RecordedFact.about(figures, mail.meetingId(), fact), state -> {
            if (ToldFact.isLatest(state, fact.sequence())) {
                state.append("version", fact.sequence())
                        .append("meetingId", mail.meetingId())
                        .append("figures", figures.stored())
                        .append("factId", fact.id());
            }
        });
    }
}
