package dk.astra.registration.registration;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** No such meeting, or it has not been told to us yet. */
public final class MeetingUnknown extends Refusal {

    public MeetingUnknown() {
        super("meeting-unknown", HttpStatus.NOT_FOUND);
    }
}
