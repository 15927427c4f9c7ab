package dk.astra.event.meetings;

import dk.astra.web.Refusal;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;

/** A meeting can be recorded as held from the day it begins on. */
public final class MeetingNotBegun extends Refusal {

    MeetingNotBegun(LocalDate begins) {
        super("meeting-not-begun", HttpStatus.CONFLICT, begins.toString());
        with("begins", begins);
    }
}
