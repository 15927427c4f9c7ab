package dk.astra.registration.invitations;

import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.people.Keys;
import dk.astra.registration.registration.MeetingUnknown;
import dk.astra.registration.registration.Registration;
import dk.astra.registration.registration.Registrations;
import dk.astra.registration.registration.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where invited people stand. A live registration of the person is a yes, however it came to be; a yes whose
 * registration was cancelled since, by whomever, is a no.
 */
@Component
public class Standings {

    /** @param registration the person's live registration at the meeting */
    public record Standing(
            Invitation invitation, Answer answer, @Nullable Registration registration) {

        public boolean isComing() {
            return registration != null && registration.status() == Status.CONFIRMED;
        }

        /** In line, or with a seat on offer that is not taken yet. */
        public boolean isWaiting() {
            return registration != null && registration.status() != Status.CONFIRMED;
        }
    }

    /**
     * Figures of a meeting.
     *
     * @param yes have a seat
     * @param yesWaiting said yes and wait for a seat, or have one on offer; they do not count for the quorum
     * @param silent have not answered at all
     * @param quorumMet null where the meeting has no quorum
     */
    public record Summary(
            String meetingId,
            long invited,
            long yes,
            long yesWaiting,
            long no,
            long notYet,
            long silent,
            @Nullable Integer quorum,
            @Nullable Boolean quorumMet) {}

    private final Invitations invitations;
    private final Registrations registrations;
    private final KnownMeetings meetings;
    private final Keys keys;

    Standings(Invitations invitations, Registrations registrations, KnownMeetings meetings, Keys keys) {
        this.invitations = invitations;
        this.registrations = registrations;
        this.meetings = meetings;
        this.keys = keys;
    }

    public Standing of(Invitation invitation) {
        return standing(invitation, registration(invitation).orElse(null));
    }

    /** The live registration of the invited person. */
    Optional<Registration> registration(Invitation invitation) {
        Invitee invitee = invitation.invitee();
        return invitee == null
                ? Optional.empty()
                : registrations.findByPersonKey(keys.person(invitation.meetingId(), invitee.email()));
    }

    /** In the order of the invitations; those taken back or erased are not there. */
    public List<Standing> ofMeeting(String meetingId) {
        List<Invitation> invited = invitations.ofMeeting(meetingId).stream()
                .filter(invitation -> !invitation.isWithdrawn())
                .toList();
        Map<String, String> personKeys = new HashMap<>();
        invited.forEach(invitation -> personKeys.put(
                invitation.id(),
                keys.person(
                        meetingId, Objects.requireNonNull(invitation.invitee()).email())));
        Map<String, Registration> byPerson = new HashMap<>();
        registrations
                .findByPersonKeys(personKeys.values())
                .forEach(found -> byPerson.put(String.valueOf(found.personKey()), found));
        return invited.stream()
                .map(invitation -> standing(invitation, byPerson.get(personKeys.get(invitation.id()))))
                .toList();
    }

    /** @throws MeetingUnknown when there is no such meeting */
    public Summary summary(String meetingId) {
        return summary(meetingId, ofMeeting(meetingId));
    }

    public Summary summary(String meetingId, List<Standing> standings) {
        KnownMeeting meeting = meetings.findRecent(meetingId).orElseThrow(MeetingUnknown::new);
        long yes = standings.stream().filter(Standing::isComing).count();
        Integer quorum = meeting.quorum();
        return new Summary(
                meetingId,
                standings.size(),
                yes,
                standings.stream().filter(Standing::isWaiting).count(),
                count(standings, Answer.NO),
                count(standings, Answer.NOT_YET),
                count(standings, Answer.NONE),
                quorum,
                quorum == null ? null : yes >= quorum);
    }

    private static long count(List<Standing> standings, Answer answer) {
        return standings.stream().filter(one -> one.answer() == answer).count();
    }

    private static Standing standing(Invitation invitation, @Nullable Registration live) {
        if (live != null) {
            return new Standing(invitation, Answer.YES, live);
        }
        boolean left = invitation.answer() == Answer.YES && !invitation.isSettling();
        return new Standing(invitation, left ? Answer.NO : invitation.answer(), null);
    }
}
