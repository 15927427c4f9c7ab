package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The seat of this link was given to a colleague. */
public final class SeatHandedOver extends Refusal {

    public SeatHandedOver() {
        super("seat-handed-over", HttpStatus.GONE);
    }
}
