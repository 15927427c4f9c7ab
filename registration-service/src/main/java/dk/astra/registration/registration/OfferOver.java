package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The offered seat was not taken in time, or declined; it is somebody else's now. */
public final class OfferOver extends Refusal {

    public OfferOver() {
        super("offer-over", HttpStatus.CONFLICT);
    }
}
