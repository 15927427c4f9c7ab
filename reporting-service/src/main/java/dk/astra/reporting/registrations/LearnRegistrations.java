package dk.astra.reporting.registrations;

import dk.astra.contracts.registrations.RegistrationState;
import dk.astra.messaging.Effect;
import dk.astra.messaging.FactHeaders;
import dk.astra.reporting.facts.RecordedFact;
import dk.astra.reporting.facts.RegistrationFigures;
import dk.astra.reporting.facts.Trail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes in a fact about a registration. Cost: two round trips, an insert (trail) and an upsert (state); one or
 * two more for a fact that comes late or after the erasure, and one more for the erasure itself.
 *
 * <p>Trail first: a crash in between is made good by the redelivery, and no number is ahead of its list.
 */
@Component
public class LearnRegistrations {

    private static final Logger log = LoggerFactory.getLogger(LearnRegistrations.class);

    private final Trail trail;
    private final KnownRegistrations registrations;

    LearnRegistrations(Trail trail, KnownRegistrations registrations) {
        this.trail = trail;
        this.registrations = registrations;
    }

    /** It was created, promoted or cancelled. */
    public Effect changeStatus(RegistrationState registration, FactHeaders fact) {
        boolean isNew = record(registration, null, fact);
        return effect(isNew, registrations.storeStatus(registration, fact), fact);
    }

    /** Something else changed. */
    public Effect change(RegistrationState registration, FactHeaders fact) {
        boolean isNew = record(registration, null, fact);
        return effect(isNew, registrations.storeChange(registration, fact), fact);
    }

    public Effect recordAttendance(RegistrationState registration, boolean attended, FactHeaders fact) {
        boolean isNew = record(registration, attended, fact);
        return effect(isNew, registrations.storeAttendance(registration, attended, fact), fact);
    }

    /** Forgets the person everywhere here; what was counted stays counted. */
    public Effect erase(RegistrationState registration, FactHeaders fact) {
        RegistrationFigures figures = RegistrationFigures.of(registration).withoutPerson();
        boolean isNew = trail.add(RecordedFact.about(figures, registration.meetingId(), null, true, fact));
        boolean stored = registrations.storeErasure(registration, fact);
        trail.forgetPerson(fact.subject());
        log.info("person of registration {} forgotten", fact.subject());
        return isNew || stored ? Effect.APPLIED : Effect.REPEATED;
    }

    private boolean record(RegistrationState registration, @Nullable Boolean attended, FactHeaders fact) {
        RegistrationFigures figures = RegistrationFigures.of(registration);
        return trail.add(RecordedFact.about(figures, registration.meetingId(), attended, false, fact));
    }

    private Effect effect(boolean isNew, Stored stored, FactHeaders fact) {
        boolean afterErasure = stored == Stored.AFTER_ERASURE
                || (isNew && stored == Stored.OUTDATED && registrations.isErased(fact.subject()));
        if (afterErasure) {
            trail.forgetPerson(fact.subject());
        }
        return isNew || stored != Stored.OUTDATED ? Effect.APPLIED : Effect.REPEATED;
    }
}
