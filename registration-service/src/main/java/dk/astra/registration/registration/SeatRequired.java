package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** Only who holds a seat can give it to somebody. */
public final class SeatRequired extends Refusal {

    public SeatRequired() {
        super("seat-required", HttpStatus.CONFLICT);
    }
}
