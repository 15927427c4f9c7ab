package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** No seat is free at the twin meeting; the one held here stays. */
public final class TwinFull extends Refusal {

    public TwinFull() {
        super("twin-full", HttpStatus.CONFLICT);
    }
}
