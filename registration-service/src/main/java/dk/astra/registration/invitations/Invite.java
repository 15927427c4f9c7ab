package dk.astra.registration.invitations;

import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.people.Keys;
import dk.astra.registration.people.People;
import dk.astra.registration.registration.MeetingUnknown;
import dk.astra.registration.registration.Register;
import dk.astra.registration.registration.Registrations;
import dk.astra.web.IdempotencyKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Invites people to a meeting. Who is invited or registered already is not written to again; who is registered joins the
 * list with a yes, so that they count for the quorum.
 */
@Component
public class Invite {

    private static final Logger log = LoggerFactory.getLogger(Invite.class);

    /** What became of one person. */
    public enum Outcome {
        INVITED,
        ALREADY_INVITED,
        ALREADY_REGISTERED
    }

    /** @param invitationId null where it was taken back */
    public record Invited(
            Invitee invitee, Outcome outcome, @Nullable String invitationId) {}

    private final Invitations invitations;
    private final Registrations registrations;
    private final KnownMeetings meetings;
    private final People people;
    private final InvitationFacts facts;
    private final Keys keys;
    private final Clock clock;

    Invite(
            Invitations invitations,
            Registrations registrations,
            KnownMeetings meetings,
            People people,
            InvitationFacts facts,
            Keys keys,
            Clock clock) {
        this.invitations = invitations;
        this.registrations = registrations;
        this.meetings = meetings;
        this.people = people;
        this.facts = facts;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param request with which an interrupted or repeated call is recognised
     * @return what became of each, in the order given
     */
    public List<Invited> invite(String meetingId, List<Invitee> invitees, @Nullable IdempotencyKey request) {
        KnownMeeting meeting = meetings.findRecent(meetingId).orElseThrow(MeetingUnknown::new);
        Instant now = clock.instant();
        if (meeting.status() != KnownMeeting.Status.SCHEDULED || !now.isBefore(meeting.registrationClosesAt())) {
            throw Register.refusal(meeting, now);
        }
        Set<String> takenBack = takenBackSince(request);
        Set<String> registered = registered(meetingId, invitees);
        Map<String, Invitation> known = known(meetingId, invitees);
        Set<String> ofThisRequest = new HashSet<>();
        List<Invited> outcomes = new ArrayList<>();
        for (Invitee invitee : invitees) {
            Invitation earlier = known.get(key(meetingId, invitee));
            if (earlier == null && !takenBack.contains(key(meetingId, invitee))) {
                boolean comes = registered.contains(keys.person(meetingId, invitee.email()));
                Invitation invitation = invitation(meetingId, invitee, comes, request, now);
                if (invitations.insert(invitation)) {
                    facts.relay(invitation);
                    known.put(key(meetingId, invitee), invitation);
                    ofThisRequest.add(invitation.id());
                    outcomes.add(new Invited(invitee, outcome(invitation), invitation.id()));
                    continue;
                }
                known.putAll(known(meetingId, List.of(invitee))); // written by somebody else meanwhile
                earlier = known.get(key(meetingId, invitee));
            }
            outcomes.add(known(invitee, earlier, request, ofThisRequest));
        }
        log.info(
                "meeting {}: {} invited",
                meetingId,
                outcomes.stream()
                        .filter(one -> one.outcome() == Outcome.INVITED)
                        .count());
        return outcomes;
    }

    /** Whom the request invited before, and the organiser did not want to invite after all. */
    private Set<String> takenBackSince(@Nullable IdempotencyKey request) {
        Set<String> takenBack = new HashSet<>();
        if (request != null) {
            for (Invitation earlier : invitations.findByRequest(request.value())) {
                request.requireSame(earlier.requestFingerprint);
                if (earlier.takenBackKey != null) {
                    takenBack.add(earlier.takenBackKey);
                }
            }
        }
        return takenBack;
    }

    private Invitation invitation(
            String meetingId, Invitee invitee, boolean comes, @Nullable IdempotencyKey request, Instant now) {
        String personId = people.idOf(keys.email(invitee.email()));
        Invitation invitation = Invitation.of(meetingId, personId, invitee, key(meetingId, invitee), request, now);
        invitation.linkHash = Keys.hash(keys.invitationLink(invitation.id));
        if (comes) {
            invitation.isRegisteredAlready(now);
        }
        invitation.add(comes ? facts.answered(invitation) : facts.sent(invitation));
        return invitation;
    }

    private static Outcome outcome(Invitation invitation) {
        return invitation.wasRegisteredBefore() ? Outcome.ALREADY_REGISTERED : Outcome.INVITED;
    }

    /** The repeat of the request that invited is answered as the first time; a second line of the list is not. */
    private static Invited known(
            Invitee invitee,
            @Nullable Invitation earlier,
            @Nullable IdempotencyKey request,
            Set<String> ofThisRequest) {
        if (earlier == null) {
            return new Invited(invitee, Outcome.ALREADY_INVITED, null); // taken back
        }
        boolean repeat =
                request != null && request.value().equals(earlier.requestKey) && ofThisRequest.add(earlier.id());
        return new Invited(invitee, repeat ? outcome(earlier) : Outcome.ALREADY_INVITED, earlier.id());
    }

    private Map<String, Invitation> known(String meetingId, List<Invitee> invitees) {
        Map<String, Invitation> known = new HashMap<>();
        invitations
                .findByKeys(invitees.stream()
                        .map(invitee -> key(meetingId, invitee))
                        .toList())
                .forEach(invitation -> known.put(String.valueOf(invitation.invitationKey), invitation));
        return known;
    }

    private Set<String> registered(String meetingId, List<Invitee> invitees) {
        return registrations
                .findByPersonKeys(invitees.stream()
                        .map(invitee -> keys.person(meetingId, invitee.email()))
                        .toList())
                .stream()
                .map(registration -> String.valueOf(registration.personKey()))
                .collect(Collectors.toSet());
    }

    private String key(String meetingId, Invitee invitee) {
        return keys.invitation(meetingId, invitee.email());
    }
}
