package dk.astra.registration.registration;

import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.people.Keys;
import dk.astra.registration.people.People;
import dk.astra.registration.registration.Registration.FormerHolder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gives a seat to a colleague, until the meeting begins: one write, after which the old link opens nothing. Who gave it
 * is remembered for a week, for the mail that takes the meeting out of their calendar.
 */
@Component
public class TransferRegistration {

    private static final Logger log = LoggerFactory.getLogger(TransferRegistration.class);
    private static final Duration REMEMBERED = Duration.ofDays(7);

    /** Who is to have the seat; the place of work stays, it is a colleague. */
    public record Colleague(
            String name, String email, @Nullable String title, String language) {}

    private final KnownMeetings meetings;
    private final Registrations registrations;
    private final People people;
    private final RegistrationFacts facts;
    private final Keys keys;
    private final Clock clock;

    TransferRegistration(
            KnownMeetings meetings,
            Registrations registrations,
            People people,
            RegistrationFacts facts,
            Keys keys,
            Clock clock) {
        this.meetings = meetings;
        this.registrations = registrations;
        this.people = people;
        this.facts = facts;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @throws SeatRequired when the registration holds no seat: a place in line belongs to one person
     * @throws AlreadyRegistered when the colleague has a live registration at the meeting
     * @throws MeetingIsHeld when the meeting has begun
     */
    public Registration transfer(Registration registration, Colleague colleague) {
        Registration read = registration;
        String personKey = keys.person(read.meetingId(), colleague.email());
        if (personKey.equals(read.personKey)) {
            throw new AlreadyRegistered();
        }
        String personId = people.idOf(keys.email(colleague.email()));
        while (true) {
            Contact before = read.contact();
            String previous = read.personId();
            if (before == null || previous == null || !previous.equals(registration.personId())) {
                throw new LinkUnknown();
            }
            requireSeatAhead(read);
            Instant now = clock.instant();
            FormerHolder former = new FormerHolder(previous, before, read.linkHash, now.plus(REMEMBERED));
            Optional<Registration> given = give(read, colleague, personKey, personId, former);
            if (given.isPresent()) {
                log.info("registration {} given to a colleague", read.id());
                facts.relay(read.id(), given.get().outbox());
                return given.get();
            }
            read = registrations.find(read.id()).orElseThrow(LinkUnknown::new);
        }
    }

    private void requireSeatAhead(Registration registration) {
        if (registration.status() != Status.CONFIRMED) {
            throw new SeatRequired();
        }
        KnownMeeting meeting = meetings.findRecent(registration.meetingId()).orElseThrow(MeetingUnknown::new);
        if (meeting.status() == KnownMeeting.Status.CANCELLED) {
            throw new MeetingIsCancelled();
        }
        if (!meeting.isAheadAt(clock.instant())) {
            throw new MeetingIsHeld();
        }
    }

    private Optional<Registration> give(
            Registration read, Colleague colleague, String personKey, String personId, FormerHolder former) {
        try {
            return registrations.change(
                    read,
                    registration -> {
                        registration.former = former;
                        registration.contact = new Contact(
                                colleague.name(),
                                colleague.email(),
                                colleague.title(),
                                former.contact().institutionName(),
                                colleague.language(),
                                Map.of(),
                                null);
                        registration.personId = personId;
                        registration.personKey = personKey;
                        registration.linkGeneration++;
                        registration.linkHash = Keys.hash(keys.link(registration.id, registration.linkGeneration));
                        registration.linkSentAt = null;
                        registration.unnamed = null;
                        registration.idempotencyKey = null;
                        registration.fingerprint = null;
                        return registration;
                    },
                    after -> facts.transferred(after, former.personId()));
        } catch (SeatTaken personIsThere) {
            throw new AlreadyRegistered();
        }
    }

    /** Forgets who gave a seat away a week ago. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void forget() {
        try {
            long forgotten = registrations.forgetFormerUntil(clock.instant());
            if (forgotten > 0) {
                log.info("{} who gave their seat away are forgotten", forgotten);
            }
        } catch (RuntimeException e) {
            log.warn("who gave seats away is forgotten later: {}", e.toString());
        }
    }
}
