package dk.astra.event.meetings;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** More people have a seat than there would be seats. */
public final class CapacityBelowConfirmed extends Refusal {

    CapacityBelowConfirmed(int confirmed) {
        super("capacity-below-confirmed", HttpStatus.CONFLICT, confirmed);
        with("confirmed", confirmed);
    }
}
