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
     * @throws SeatHandedOver when the seat was given to somebody else at this moment
     */
    public Registration byParticipant(Registration registration) {
        return onRequest(registration, null);
    }

    /**
     * The leader of a group gives a place of it up, under the same rules; a person named for it is told who did it.
     *
     * @throws CancellationClosed as above
     */
    public Registration byLeader(Registration place, String groupId, String leaderId) {
        return onRequest(place, leaderId.equals(place.personId()) ? null : groupId);
    }

    private Registration onRequest(Registration registration, @Nullable String leaderOf) {
        KnownMeeting meeting = meetings.findRecent(registration.meetingId()).orElseThrow(MeetingUnknown::new);
        if (registration.status().isLive() && !mayCancel(meeting, registration)) {
            throw new CancellationClosed();
        }
        return cancel(registration, CancelledBy.PARTICIPANT, leaderOf);
    }

    public boolean mayCancel(KnownMeeting meeting, Registration registration) {
        return switch (registration.status()) {
            case CONFIRMED -> meeting.canBeCancelledByParticipantAt(clock.instant());
            case OFFERED, WAITLISTED -> meeting.isAheadAt(clock.instant());
            default -> false;
        };
    }

    /** Because the person is to be forgotten, whatever the deadline. */
    void forErasure(Registration registration) {
        try {
            cancel(registration, CancelledBy.PARTICIPANT, null);
        } catch (SeatHandedOver given) {
            log.info("registration {} is a colleague's now", registration.id());
        }
    }

    /** @throws NotFound when there is no such registration */
    public Registration cancel(String registrationId, CancelledBy by) {
        return cancel(find(registrationId), by, null);
    }

    private Registration find(String registrationId) {
        return registrations
                .find(registrationId)
                .filter(registration -> registration.personId() != null)
                .orElseThrow(NotFound::new);
    }

    private Registration cancel(Registration asRead, CancelledBy by, @Nullable String leaderOf) {
        Registration read = asRead;
        while (read.status().isLive()) {
            boolean declined = read.status() == Status.OFFERED && by == CancelledBy.PARTICIPANT;
            CancelReason reason = declined ? CancelReason.OFFER_DECLINED : null;
            Optional<Registration> cancelled = end(read, by, reason, null, leaderOf);
            if (cancelled.isPresent()) {
                return cancelled.get();
            }
            read = find(read.id());
            if (by == CancelledBy.PARTICIPANT && !read.isOfSamePersonAs(asRead)) {
                throw new SeatHandedOver();
            }
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
        return end(read, by, reason, movedTo, null);
    }

    private Optional<Registration> end(
            Registration read,
            CancelledBy by,
            @Nullable CancelReason reason,
            @Nullable String movedTo,
            @Nullable String leaderOf) {
        Status previous = read.status();
        Optional<Registration> ended = registrations.change(
                read,
                registration -> {
                    registration.end(reason, by != CancelledBy.MEETING);
                    registration.endedBy = leaderOf != null
                            ? EndedBy.LEADER
                            : by == CancelledBy.ORGANISER && reason == null ? EndedBy.ORGANISER : null;
                    registration.movedTo = movedTo;
                    return registration;
                },
                after -> facts.cancelled(after, by, previous, reason, leaderOf));
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
