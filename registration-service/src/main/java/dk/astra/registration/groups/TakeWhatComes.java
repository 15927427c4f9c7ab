package dk.astra.registration.groups;

import dk.astra.registration.registration.PromoteWaiting;
import org.springframework.stereotype.Component;

/** The leader does not want to wait for all seats at once any more: everybody takes the seat that comes. */
@Component
public class TakeWhatComes {

    private final SeatTogether together;
    private final PromoteWaiting promotion;
    private final Groups groups;

    TakeWhatComes(SeatTogether together, PromoteWaiting promotion, Groups groups) {
        this.together = together;
        this.promotion = promotion;
        this.groups = groups;
    }

    /** Each keeps the number in line, and may get a seat at once. Repeating it changes nothing. */
    public Group of(Group group) {
        together.part(group);
        promotion.run(group.meetingId());
        return groups.find(group.id()).orElse(group);
    }
}
