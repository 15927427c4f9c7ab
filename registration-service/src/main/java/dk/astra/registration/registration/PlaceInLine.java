package dk.astra.registration.registration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how many stand before somebody who waits. */
@Component
public class PlaceInLine {

    private final Registrations registrations;

    PlaceInLine(Registrations registrations) {
        this.registrations = registrations;
    }

    /** @return 1 for the first in line; null for one who does not wait */
    public @Nullable Long of(Registration registration) {
        Long number = registration.waitingNumber();
        return registration.status() != Status.WAITLISTED || number == null
                ? null
                : 1 + registrations.waitingBefore(registration.meetingId(), number);
    }
}
