package dk.astra.contracts.meetings;

import dk.astra.contracts.FactType;
import java.util.Objects;
import java.util.Set;

/**
 * Something other than the time changed.
 *
 * @param changed names of the fields of {@link MeetingState} that differ, for example {@code venue},
 *     {@code capacity}
 */
@FactType("meeting.changed.v1")
public record MeetingChanged(MeetingState meeting, Set<String> changed) implements MeetingFact {

    public MeetingChanged {
        Objects.requireNonNull(meeting, "meeting");
        changed = changed == null ? Set.of() : Set.copyOf(changed);
    }
}
