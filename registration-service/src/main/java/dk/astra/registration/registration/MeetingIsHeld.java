package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The meeting is over. */
public final class MeetingIsHeld extends Refusal {

    public MeetingIsHeld() {
        super("meeting-held", HttpStatus.CONFLICT);
    }
}
