package dk.astra.registration.registration;

import dk.astra.contracts.registrations.CancelledBy;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives a place of a group its person, or gives the place up because nobody was named: one or the other. */
@Component
public class NamePlace {

    private static final Logger log = LoggerFactory.getLogger(NamePlace.class);

    private final Registrations registrations;
    private final PlaceCandidates candidates;
    private final CancelRegistration cancellation;
    private final KnownMeetings meetings;
    private final RegistrationFacts facts;
    private final Clock clock;

    NamePlace(
            Registrations registrations,
            PlaceCandidates candidates,
            CancelRegistration cancellation,
            KnownMeetings meetings,
            RegistrationFacts facts,
            Clock clock) {
        this.registrations = registrations;
        this.candidates = candidates;
        this.cancellation = cancellation;
        this.meetings = meetings;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The person has the place from then on, with a link of their own. Naming the same person again changes nothing.
     *
     * @throws PlaceGone when it was given up, or the meeting has begun
     * @throws PlaceNamed when somebody else has it
     * @throws PersonAlreadyIn when the person has a registration at the meeting
     */
    public Registration name(Registration place, Contact person, @Nullable String role) {
        String personKey = candidates.personKey(place.meetingId(), person);
        Registration read = place;
        while (true) {
            if (read.status().isLive() && personKey.equals(read.personKey)) {
                return read;
            }
            requireOpen(read);
            String personId = candidates.personId(person);
            Optional<Registration> named;
            try {
                named = registrations.change(
                        read,
                        copy -> {
                            candidates.name(copy, person, personId);
                            copy.role = role;
                            return copy;
                        },
                        facts::named);
            } catch (SeatTaken personIsThere) {
                throw new PersonAlreadyIn();
            }
            if (named.isPresent()) {
                log.info("registration {} has its person", read.id());
                facts.relay(read.id(), named.get().outbox());
                return named.get();
            }
            read = registrations.find(place.id()).orElseThrow(PlaceGone::new);
        }
    }

    private void requireOpen(Registration place) {
        if (!place.status().isLive() || place.isNamingClosed()) {
            throw new PlaceGone();
        }
        if (!place.isUnnamed()) {
            throw new PlaceNamed();
        }
        KnownMeeting meeting = meetings.findRecent(place.meetingId()).orElseThrow(MeetingUnknown::new);
        if (!meeting.isAheadAt(clock.instant())) {
            throw new PlaceGone();
        }
    }

    /**
     * Closed first, in a write that loses against a naming, then cancelled: so nobody who was named in time loses the
     * place. Repeating it finishes what a crash interrupted.
     */
    public void lapse(Registration place) {
        Registration read = place;
        while (read.status().isLive() && read.isUnnamed() && !read.isHeld()) {
            if (read.isNamingClosed()) {
                cancellation.cancel(read.id(), CancelledBy.PARTICIPANT);
                return;
            }
            registrations.change(
                    read,
                    copy -> {
                        copy.namingClosed = true;
                        return copy;
                    },
                    null);
            read = registrations.find(place.id()).orElse(place);
        }
    }
}
