package dk.astra.contracts.meetings;

import dk.astra.contracts.LocalizedText;
import java.time.LocalTime;
import java.util.Objects;

/** One line of the programme, at a local time. */
public record ProgrammeItem(LocalTime startsAt, LocalizedText title) {

    public ProgrammeItem {
        Objects.requireNonNull(startsAt, "startsAt");
        Objects.requireNonNull(title, "title");
    }
}
