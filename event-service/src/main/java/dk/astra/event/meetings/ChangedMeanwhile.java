package dk.astra.event.meetings;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The meeting is no longer what the organiser saw. */
public final class ChangedMeanwhile extends Refusal {

    ChangedMeanwhile(long version) {
        super("conflict", HttpStatus.CONFLICT);
        with("version", version);
    }
}
