package dk.astra.registration.invitations.web;

import dk.astra.registration.invitations.Answer;
import dk.astra.registration.invitations.Invitation;
import dk.astra.registration.invitations.InvitationUnknown;
import dk.astra.registration.invitations.Invitee;
import dk.astra.registration.invitations.Standings.Standing;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.people.Keys;
import dk.astra.registration.registration.CancelRegistration;
import dk.astra.registration.registration.MeetingUnknown;
import dk.astra.registration.registration.PlaceInLine;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Status;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An invitation as the invited person sees it, with what can be said now. */
@Component
class MyInvitationViews {

    /**
     * @param changeableUntil until when the answer can be changed alone; null when it cannot be changed any more
     * @param yesPossible a yes would be taken now
     * @param noPossible a no, or a "not yet", would be taken now
     * @param registrationLink absolute link of the person's own registration
     */
    record MyInvitationView(
            String invitationId,
            String meetingId,
            String name,
            String language,
            Answer answer,
            @Nullable String note,
            @Nullable Instant answeredAt,
            @Nullable Status registrationStatus,
            @Nullable Long placeInLine,
            @Nullable String registrationLink,
            @Nullable Instant changeableUntil,
            boolean yesPossible,
            boolean noPossible) {}

    private final KnownMeetings meetings;
    private final CancelRegistration cancellation;
    private final PlaceInLine places;
    private final Keys keys;
    private final Clock clock;

    MyInvitationViews(
            KnownMeetings meetings, CancelRegistration cancellation, PlaceInLine places, Keys keys, Clock clock) {
        this.meetings = meetings;
        this.cancellation = cancellation;
        this.places = places;
        this.keys = keys;
        this.clock = clock;
    }

    MyInvitationView view(Standing standing) {
        Invitation invitation = standing.invitation();
        Invitee invitee = invitation.invitee();
        if (invitee == null) {
            throw new InvitationUnknown();
        }
        KnownMeeting meeting = meetings.findRecent(invitation.meetingId()).orElseThrow(MeetingUnknown::new);
        Registration registration = standing.registration();
        Instant now = clock.instant();
        boolean ahead = meeting.isAheadAt(now);
        boolean yes = ahead && (registration != null || meeting.isOpenAt(now));
        boolean no = ahead && (registration == null || cancellation.mayCancel(meeting, registration));
        return new MyInvitationView(
                invitation.id(),
                invitation.meetingId(),
                invitee.name(),
                invitee.language(),
                standing.answer(),
                invitation.note(),
                invitation.answeredAt(),
                registration == null ? null : registration.status(),
                registration == null ? null : places.of(registration),
                registration == null ? null : link(registration),
                changeableUntil(meeting, registration, now),
                yes,
                no);
    }

    private @Nullable Instant changeableUntil(KnownMeeting meeting, @Nullable Registration registration, Instant now) {
        Instant until = registration == null
                ? meeting.registrationClosesAt()
                : registration.status() == Status.CONFIRMED ? meeting.cancellationDeadline() : meeting.startsAt();
        return meeting.isAheadAt(now) && now.isBefore(until) ? until : null;
    }

    private String link(Registration registration) {
        return keys.absoluteLink(keys.link(registration.id(), registration.linkGeneration()));
    }
}
