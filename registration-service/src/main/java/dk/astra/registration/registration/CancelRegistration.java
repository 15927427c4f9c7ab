package dk.astra.registration.registration;

import dk.astra.contracts.registrations.CancelReason;
import dk.astra.contracts.registrations.CancelledBy;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.web.NotFound;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives up a seat or a place in line; a freed seat moves on at once (P6). Repeating it changes nothing. */
@Component
public class CancelRegistration {

    private static final Logger log = LoggerFactory.getLogger(CancelRegistration.class);

    private final Registrations registrations;
    private final KnownMeetings meetings;
    private final PromoteWaiting promotion;
    private final RegistrationFacts facts;
    private final PlaceInLine places;
    private final Clock clock;

    CancelRegistration(
            Registrations registrations,
            KnownMeetings meetings,
            PromoteWaiting promotion,
            RegistrationFacts facts,
            PlaceInLine places,
            Clock clock) {
        this.registrations = registrations;
        this.meetings = meetings;
        this.promotion = promotion;
        this.facts = facts;
        this.places = places;
        this.clock = clock;
    }

    /**
     * @throws CancellationClosed when a participant comes after the deadline with a seat; a place in line can be
     *     left, and an offer declined, until the meeting starts
     */
    public Registration byParticipant(Registration registration) {
        KnownMeeting meeting = meetings.findRecent(registration.meetingId()).orElseThrow(MeetingUnknown::new);
        if (registration.status().isLive() && !mayCancel(meeting, registration)) {
            throw new CancellationClosed();
        }
        return cancel(registration, CancelledBy.PARTICIPANT);
    }

    public boolean mayCancel(KnownMeeting meeting, Registration registration) {
        return switch (registration.status()) {
            case CONFIRMED -> meeting.canBeCancelledByParticipantAt(clock.instant());
            case OFFERED, WAITLISTED -> meeting.isAheadAt(clock.instant());
            default -> false;
        };
    }

    /** @throws NotFound when there is no such registration */
    public Registration cancel(String registrationId, CancelledBy by) {
        return cancel(find(registrationId), by);
    }

    private Registration find(String registrationId) {
        return registrations
                .find(registrationId)
                .filter(registration -> registration.personId() != null)
                .orElseThrow(NotFound::new);
    }

    private Registration cancel(Registration asRead, CancelledBy by) {
        Registration read = asRead;
        while (read.status().isLive()) {
            boolean declined = read.status() == Status.OFFERED && by == CancelledBy.PARTICIPANT;
            Optional<Registration> cancelled = end(read, by, declined ? CancelReason.OFFER_DECLINED : null, null);
            if (cancelled.isPresent()) {
                return cancelled.get();
            }
            read = find(read.id());
        }
        return read;
    }

    /**
     * Ends a registration if it is still as read; a freed seat moves on.
     *
     * @param movedTo the registration that is kept in its place
     * @return empty when it was changed meanwhile
     */
    Optional<Registration> end(
            Registration read, CancelledBy by, @Nullable CancelReason reason, @Nullable String movedTo) {
        Status previous = read.status();
        Optional<Registration> ended = registrations.change(
                read,
                registration -> {
                    registration.end(reason, by != CancelledBy.MEETING);
                    registration.movedTo = movedTo;
                    return registration;
                },
                after -> facts.cancelled(after, by, previous, reason));
        if (ended.isPresent()) {
            log.info("registration {} cancelled by {}{}", read.id(), by, reason == null ? "" : ", " + reason);
            facts.relay(read.id(), ended.get().outbox());
            if (previous == Status.WAITLISTED) {
                places.left(read.meetingId());
            }
            // where one of a group leaves the line, there may be enough seats for the others
            if (by != CancelledBy.MEETING && (previous.holdsSeat() || read.waitsTogether())) {
                promotion.run(read.meetingId());
            }
        }
        return ended;
    }
}
