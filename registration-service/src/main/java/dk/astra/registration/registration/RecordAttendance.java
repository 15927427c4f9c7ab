package dk.astra.registration.registration;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Records who came and who did not. */
@Component
public class RecordAttendance {

    private final Registrations registrations;
    private final RegistrationFacts facts;

    RecordAttendance(Registrations registrations, RegistrationFacts facts) {
        this.registrations = registrations;
        this.facts = facts;
    }

    /** @return false when it was recorded so before, or the registration holds no seat at this meeting */
    public boolean record(String meetingId, String registrationId, boolean attended) {
        while (true) {
            Optional<Registration> read = registrations.find(registrationId);
            if (read.isEmpty()
                    || !read.get().meetingId().equals(meetingId)
                    || read.get().status() != Status.CONFIRMED
                    || Boolean.valueOf(attended).equals(read.get().attended())) {
                return false;
            }
            Optional<Registration> written = registrations.change(
                    read.get(),
                    registration -> {
                        registration.attended = attended;
                        return registration;
                    },
                    after -> facts.attendance(after, attended));
            if (written.isPresent()) {
                facts.relay(registrationId, written.get().outbox());
                return true;
            }
        }
    }
}
