package dk.astra.registration.registration;

import dk.astra.registration.needs.GivenNeeds;
import dk.astra.registration.needs.KeptNeeds;
import dk.astra.registration.needs.Needs;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets a participant correct what they need, or take their consent back: then it is deleted. */
@Component
public class ChangeNeeds {

    private final Needs needs;
    private final Clock clock;

    ChangeNeeds(Needs needs, Clock clock) {
        this.needs = needs;
        this.clock = clock;
    }

    /** @param given nothing, where the consent is withdrawn */
    public void change(Registration registration, GivenNeeds given) {
        String person = registration.personId();
        if (given.isNothing() || person == null || !registration.keepsNeedsOf(person)) {
            needs.forget(List.of(registration.id()));
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        needs.keep(KeptNeeds.of(registration.id(), registration.meetingId(), person, given, now));
    }
}
