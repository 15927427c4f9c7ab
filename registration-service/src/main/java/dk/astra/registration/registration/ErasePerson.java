package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.people.People;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deletes a person: contact data, link and keys of every registration; what remains are counts (P7). */
@Component
public class ErasePerson {

    private static final Logger log = LoggerFactory.getLogger(ErasePerson.class);

    private final Registrations registrations;
    private final CancelRegistration cancellation;
    private final KnownMeetings meetings;
    private final People people;
    private final RegistrationFacts facts;
    private final Leaders leaders;
    private final List<OtherRecords> others;
    private final Clock clock;

    ErasePerson(
            Registrations registrations,
            CancelRegistration cancellation,
            KnownMeetings meetings,
            People people,
            RegistrationFacts facts,
            Leaders leaders,
            List<OtherRecords> others,
            Clock clock) {
        this.leaders = leaders;
        this.others = others;
        this.meetings = meetings;
        this.clock = clock;
        this.registrations = registrations;
        this.cancellation = cancellation;
        this.people = people;
        this.facts = facts;
    }

    /**
     * A place at a meeting that is still ahead is given up first; at one that is over it stays as a count. Repeating
     * it finishes what a crash interrupted.
     */
    public void erase(String personId) {
        people.forget(personId); // first, so that a sign-up of this moment gets another id, or is found below
        others.forEach(records -> records.erase(personId)); // an invitation could register once more
        List<Registration> left = withContact(personId);
        while (!left.isEmpty()) {
            left.forEach(this::erase);
            left = withContact(personId);
        }
        registrations.forgetFormer(personId);
        leaders.forget(personId);
        log.info("person {} erased", personId);
    }

    private List<Registration> withContact(String personId) {
        return registrations.findByPerson(personId).stream()
                .filter(registration -> registration.contact() != null)
                .toList();
    }

    private void erase(Registration registration) {
        boolean ahead = meetings.find(registration.meetingId())
                .filter(meeting -> meeting.isAheadAt(clock.instant()))
                .isPresent();
        if (registration.status().isLive() && ahead) {
            cancellation.forErasure(registration);
        }
        eraseContact(registration);
    }

    private void eraseContact(Registration ofPerson) {
        String registrationId = ofPerson.id();
        while (true) {
            Optional<Registration> read = registrations.find(registrationId);
            if (read.isEmpty() || read.get().contact() == null || !read.get().isOfSamePersonAs(ofPerson)) {
                return;
            }
            Optional<Registration> erased = registrations.change(
                    read.get(),
                    registration -> {
                        registration.contact = null;
                        registration.personKey = null;
                        registration.linkHash = null;
                        registration.idempotencyKey = null;
                        registration.fingerprint = null;
                        return registration;
                    },
                    facts::erased);
            if (erased.isPresent()) {
                facts.relay(registrationId, erased.get().outbox());
                return;
            }
        }
    }
}
