package dk.astra.event.series;

import dk.astra.web.Refusal;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** Meetings that were said to have the same content have not. */
public final class TwinsDiffer extends Refusal {

    TwinsDiffer(Set<String> fields) {
        super(
                "twins-differ",
                HttpStatus.BAD_REQUEST,
                String.join(", ", fields.stream().sorted().toList()));
        with("fields", fields.stream().sorted().toList());
    }
}
