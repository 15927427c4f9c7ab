package dk.astra.reporting.plans;

import dk.astra.web.Refusal;
import org.springframework.http.HttpStatus;

/** The measure is counted from facts; nobody can add to it by hand. */
public final class MeasureComputed extends Refusal {

    public MeasureComputed() {
        super("measure-computed", HttpStatus.CONFLICT);
    }
}
