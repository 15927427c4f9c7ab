package dk.astra.registration.registration;

import dk.astra.contracts.meetings.Need;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.needs.KeptNeeds;
import dk.astra.registration.needs.Needs;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Copies the needs of who moves to the twin meeting, as far as they are asked for there, before the place there is
 * written. The old ones go with the old place; a copy whose place was never written is deleted by the sweep.
 */
@Component
class TakeNeedsAlong {

    private final Needs needs;

    TakeNeedsAlong(Needs needs) {
        this.needs = needs;
    }

    void toTwin(Registration from, Registration to, KnownMeeting there) {
        needs.find(from.id())
                .filter(kept -> kept.personId().equals(from.personId()))
                .ifPresent(kept -> {
                    boolean diet = there.asks().asksNeeds().contains(Need.DIET);
                    boolean access = there.asks().asksNeeds().contains(Need.ACCESS);
                    KeptNeeds copy = new KeptNeeds(
                            to.id(),
                            there.id(),
                            kept.personId(),
                            diet ? kept.diet() : Set.of(),
                            diet ? kept.dietText() : null,
                            access ? kept.access() : null,
                            kept.consentedAt(),
                            to.registeredAt());
                    if (!copy.given().isNothing()) {
                        needs.keep(copy);
                    }
                });
    }
}
