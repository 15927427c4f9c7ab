package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** More people hold a seat than the capacity would allow. */
public final class CapacityBelowConfirmed extends Refusal {

    /** @param confirmed people who hold a seat */
    public CapacityBelowConfirmed(long confirmed) {
        super("capacity-below-confirmed", HttpStatus.CONFLICT, confirmed);
        with("confirmed", confirmed);
    }
}
