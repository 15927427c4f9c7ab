package dk.astra.reporting.registrations;

import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.messaging.Effect;
import dk.astra.messaging.FactHeaders;
import dk.astra.reporting.facts.LatestStates;
import dk.astra.reporting.facts.RecordedFact;
import dk.astra.reporting.facts.RegistrationFigures;
import dk.astra.reporting.facts.ToldFact;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes in facts about registrations. */
@Component
public class LearnRegistrations {

    private static final Logger log = LoggerFactory.getLogger(LearnRegistrations.class);

    private final LatestStates states;

    LearnRegistrations(LatestStates states) {
        this.states = states;
    }

    public List<Effect> learn(List<ToldFact> facts) {
        List<Effect> effects = states.take("registrations", facts);
        for (ToldFact told : facts) {
            if (told.fact().erased() != null) {
                log.info("person of registration {} forgotten", told.fact().subject());
            }
        }
        return effects;
    }

    /** It was created, promoted or cancelled. */
    public ToldFact statusChanged(RegistrationState registration, FactHeaders fact) {
        return new ToldFact(recorded(registration, null, fact), state -> {
            if (become(state, registration, fact)) {
                state.put("factId", fact.id());
            }
        });
    }

    /** Something else changed. */
    public ToldFact changed(RegistrationState registration, FactHeaders fact) {
        return new ToldFact(recorded(registration, null, fact), state -> become(state, registration, fact));
    }

    /** Attendance has a version of its own, because later facts do not repeat it. */
    public ToldFact attendanceRecorded(RegistrationState registration, boolean attended, FactHeaders fact) {
        return new ToldFact(recorded(registration, attended, fact), state -> {
            become(state, registration, fact);
            Number told = state.get("attendedVersion", Number.class);
            if (told == null || told.longValue() < fact.sequence()) {
                state.append("attended", attended)
                        .append("attendedFactId", fact.id())
                        .append("attendedVersion", fact.sequence());
            }
        });
    }

    /** Forgets the person everywhere here; what was counted stays counted. */
    public ToldFact erased(RegistrationState registration, FactHeaders fact) {
        RegistrationFigures figures = RegistrationFigures.of(registration).withoutPerson();
        RecordedFact recorded = RecordedFact.about(figures, registration.meetingId(), null, true, fact);
        return new ToldFact(recorded, state -> {
            boolean latest = become(state, registration, fact);
            if (latest || !isErased(state)) {
                state.append("erased", true).append("erasedFactId", fact.id());
            }
            forgetPerson(state);
        });
    }

    private static RecordedFact recorded(RegistrationState registration, @Nullable Boolean attended, FactHeaders fact) {
        RegistrationFigures figures = RegistrationFigures.of(registration);
        return RecordedFact.about(figures, registration.meetingId(), attended, false, fact);
    }

    /** Answers whether it is the latest state now. */
    private static boolean become(Document state, RegistrationState registration, FactHeaders fact) {
        boolean latest = ToldFact.isLatest(state, fact.sequence());
        if (latest) {
            state.append("version", fact.sequence())
                    .append("meetingId", registration.meetingId())
                    .append("registeredAt", registration.registeredAt())
                    .append("figures", RegistrationFigures.of(registration).stored());
            state.putIfAbsent("factId", fact.id());
        }
        if (isErased(state)) {
            forgetPerson(state);
        }
        return latest;
    }

    private static boolean isErased(Document state) {
        return state.getBoolean("erased", false);
    }

    /** Out of the state and out of every fact of it; the facts stay. */
    private static void forgetPerson(Document state) {
        state.get("figures", Document.class).remove("personId");
        LatestStates.trail(state)
                .forEach(fact -> fact.get("registration", Document.class).remove("personId"));
    }
}
