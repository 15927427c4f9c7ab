package dk.astra.registration.registration;

import dk.astra.contracts.registrations.CancelledBy;
import dk.astra.registration.people.People;
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
    private final People people;
    private final RegistrationFacts facts;

    ErasePerson(Registrations registrations, CancelRegistration cancellation, People people, RegistrationFacts facts) {
        this.registrations = registrations;
        this.cancellation = cancellation;
        this.people = people;
        this.facts = facts;
    }

    /** A live registration is cancelled first. Repeating it finishes what a crash interrupted. */
    public void erase(String personId) {
        for (Registration found : registrations.findByPerson(personId)) {
            if (found.status().isLive()) {
                cancellation.cancel(found.id(), CancelledBy.PARTICIPANT);
            }
            eraseContact(found.id());
        }
        people.forget(personId);
        log.info("person {} erased", personId);
    }

    private void eraseContact(String registrationId) {
        while (true) {
            Optional<Registration> read = registrations.find(registrationId);
            if (read.isEmpty() || read.get().contact() == null) {
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
