package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The place of the group was given up. */
public final class PlaceGone extends Refusal {

    public PlaceGone() {
        super("place-gone", HttpStatus.CONFLICT);
    }
}
