package dk.astra.contracts.registrations;

import dk.astra.contracts.FactType;
import java.util.Objects;

/**
 * The participant went over to the twin meeting: this registration is CANCELLED, and its seat or place free, because
 * another one, which {@code RegistrationCreated} told of, goes on with it.
 *
 * @param previous what it was before
 * @param toRegistrationId the registration that goes on, whose state names this one's calendar entry
 */
@FactType("registration.moved.v1")
public record RegistrationMoved(
        RegistrationState registration, RegistrationStatus previous, String toRegistrationId, String toMeetingId)
        implements RegistrationFact {

    public RegistrationMoved {
        Objects.requireNonNull(registration, "registration");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(toRegistrationId, "toRegistrationId");
        Objects.requireNonNull(toMeetingId, "toMeetingId");
    }
}
