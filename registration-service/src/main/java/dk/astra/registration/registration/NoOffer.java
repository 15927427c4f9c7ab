package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** No seat is offered: the person waits in line. */
public final class NoOffer extends Refusal {

    public NoOffer() {
        super("no-offer", HttpStatus.CONFLICT);
    }
}
