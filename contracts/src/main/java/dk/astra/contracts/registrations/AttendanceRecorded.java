package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/** An organiser recorded whether the participant came. */
@FactType("registration.attendance-recorded.v1")
public record AttendanceRecorded(RegistrationState registration, boolean attended) implements RegistrationFact {

    public AttendanceRecorded {
        Objects.requireNonNull(registration, "registration");
    }
}
