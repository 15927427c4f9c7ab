package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The organiser called the meeting off. */
public final class MeetingIsCancelled extends Refusal {

    public MeetingIsCancelled() {
        super("meeting-cancelled", HttpStatus.CONFLICT);
    }
}
