package dk.astra.registration.invitations;

import dk.astra.registration.invitations.Standings.Standing;
import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.registration.CancelRegistration;
import dk.astra.registration.registration.CancellationClosed;
import dk.astra.registration.registration.MeetingIsCancelled;
import dk.astra.registration.registration.MeetingIsHeld;
import dk.astra.registration.registration.MeetingUnknown;
import dk.astra.registration.registration.Register;
import dk.astra.registration.registration.Registration;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the answer of an invited person: a yes registers, anything else after it cancels, by the ordinary rules. The
 * answer is stored first, with the mark that a registration has to follow; {@link SettleAnswers} finishes what a crash
 * left.
 */
@Component
public class AnswerInvitation {

    private static final Logger log = LoggerFactory.getLogger(AnswerInvitation.class);

    private final Invitations invitations;
    private final Standings standings;
    private final SettleAnswers settle;
    private final KnownMeetings meetings;
    private final CancelRegistration cancellation;
    private final InvitationFacts facts;
    private final Clock clock;

    AnswerInvitation(
            Invitations invitations,
            Standings standings,
            SettleAnswers settle,
            KnownMeetings meetings,
            CancelRegistration cancellation,
            InvitationFacts facts,
            Clock clock) {
        this.invitations = invitations;
        this.standings = standings;
        this.settle = settle;
        this.meetings = meetings;
        this.cancellation = cancellation;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The same answer again changes nothing.
     *
     * @throws InvitationTakenBack when the organiser took it back
     * @throws CancellationClosed when the seat cannot be given up any more; the answer stays yes then
     */
    public Standing answer(Invitation invitation, Answer answer, @Nullable String note) {
        Invitation read = invitation;
        while (true) {
            if (read.isWithdrawn()) {
                throw new InvitationTakenBack();
            }
            Optional<Registration> live = standings.registration(read);
            boolean hasConsequences = read.isSettling() || (answer == Answer.YES) != live.isPresent();
            if (!hasConsequences && read.answer() == answer && Objects.equals(read.note(), note)) {
                return standings.of(read);
            }
            Instant now = clock.instant();
            requirePossible(read.meetingId(), answer, live, now);
            boolean isNews = hasConsequences || read.answer() != answer;
            Optional<Invitation> written = invitations.change(
                    read, copy -> copy.answer(answer, note, hasConsequences, now), isNews ? facts::answered : null);
            if (written.isPresent()) {
                log.info("invitation {} answered {}", read.id(), answer);
                facts.relay(written.get());
                return standings.of(hasConsequences ? settle.settle(written.get()) : written.get());
            }
            read = invitations.find(read.id()).orElseThrow(InvitationUnknown::new);
        }
    }

    private void requirePossible(String meetingId, Answer answer, Optional<Registration> live, Instant now) {
        KnownMeeting meeting = meetings.findRecent(meetingId).orElseThrow(MeetingUnknown::new);
        if (meeting.status() == KnownMeeting.Status.CANCELLED) {
            throw new MeetingIsCancelled();
        }
        if (!meeting.isAheadAt(now)) {
            throw new MeetingIsHeld();
        }
        if (answer == Answer.YES && live.isEmpty() && !meeting.isOpenAt(now)) {
            throw Register.refusal(meeting, now);
        }
        if (answer != Answer.YES
                && live.filter(registration -> !cancellation.mayCancel(meeting, registration))
                        .isPresent()) {
            throw new CancellationClosed();
        }
    }
}
