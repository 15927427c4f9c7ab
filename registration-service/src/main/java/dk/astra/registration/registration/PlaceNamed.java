package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** Somebody is named for the place already. */
public final class PlaceNamed extends Refusal {

    public PlaceNamed() {
        super("place-named", HttpStatus.CONFLICT);
    }
}
