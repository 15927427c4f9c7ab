package dk.astra.event.meetings;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The meeting is in a state in which this cannot be done: held, cancelled, or still a draft. */
public final class MeetingNotOpen extends Refusal {

    MeetingNotOpen(Meeting.Status status) {
        super("meeting-not-open", HttpStatus.CONFLICT);
        with("meetingStatus", status);
    }
}
