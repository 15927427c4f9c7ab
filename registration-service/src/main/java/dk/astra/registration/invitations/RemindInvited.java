package dk.astra.registration.invitations;

import dk.astra.registration.meetings.KnownMeeting;
import dk.astra.registration.meetings.KnownMeetings;
import dk.astra.registration.registration.MeetingUnknown;
import dk.astra.registration.registration.Register;
import dk.astra.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reminds those who are silent, by themselves seven and two days before registration ends, or when an organiser wants
 * it. Nobody who has answered is reminded, and nobody twice within a day.
 */
@Component
public class RemindInvited {

    /** @param sent false where the person heard from us within a day */
    public record Reminded(Invitation invitation, boolean sent) {}

    private static final Logger log = LoggerFactory.getLogger(RemindInvited.class);
    private static final Duration PEACE = Duration.ofDays(1);

    private final Invitations invitations;
    private final Standings standings;
    private final KnownMeetings meetings;
    private final InvitationFacts facts;
    private final Clock clock;

    RemindInvited(
            Invitations invitations, Standings standings, KnownMeetings meetings, InvitationFacts facts, Clock clock) {
        this.invitations = invitations;
        this.standings = standings;
        this.meetings = meetings;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * At an organiser's wish.
     *
     * @throws InvitationSettled when the person has said yes or no
     */
    public Reminded remind(String invitationId) {
        while (true) {
            Invitation read = invitations.find(invitationId).orElseThrow(NotFound::new);
            if (read.isWithdrawn()) {
                throw new InvitationTakenBack();
            }
            Answer answer = standings.of(read).answer();
            if (answer != Answer.NONE && answer != Answer.NOT_YET) {
                throw new InvitationSettled();
            }
            Instant now = clock.instant();
            KnownMeeting meeting = meetings.findRecent(read.meetingId()).orElseThrow(MeetingUnknown::new);
            if (meeting.status() != KnownMeeting.Status.SCHEDULED || !now.isBefore(meeting.registrationClosesAt())) {
                throw Register.refusal(meeting, now);
            }
            if (heardWithinADay(read.remindedAt(), now)) {
                return new Reminded(read, false);
            }
            Optional<Invitation> written = remind(read, null, now);
            if (written.isPresent()) {
                return new Reminded(written.get(), true);
            }
        }
    }

    private Optional<Invitation> remind(Invitation read, @Nullable Reminder due, Instant now) {
        Optional<Invitation> written = invitations.change(read, copy -> copy.remind(due, now), facts::reminded);
        written.ifPresent(reminded -> {
            log.info("invitation {} reminded", reminded.id());
            facts.relay(reminded);
        });
        return written;
    }

    private static boolean heardWithinADay(@Nullable Instant last, Instant now) {
        return last != null && now.isBefore(last.plus(PEACE));
    }

    /** Those whose time it is. A reminder that was missed because nothing ran is not made up for. */
    @Scheduled(fixedDelayString = "${tilmelding.reminders:1m}", initialDelayString = "${tilmelding.reminders:1m}")
    void sweep() {
        try {
            Instant now = clock.instant();
            meetings.upcoming().stream()
                    .filter(meeting -> meeting.isOpenAt(now))
                    .forEach(meeting -> Reminder.at(now, meeting.registrationClosesAt())
                            .ifPresent(due -> remindSilent(meeting.id(), due, now)));
        } catch (RuntimeException e) {
            log.warn("reminders to invited people will be sent later: {}", e.toString());
        }
    }

    /** Who answers between the read and the write is left alone: the write requires what was read. */
    private void remindSilent(String meetingId, Reminder due, Instant now) {
        standings.ofMeeting(meetingId).stream()
                .filter(standing -> due.concerns(standing.answer()))
                .map(Standings.Standing::invitation)
                .filter(invitation -> !due.wasSentTo(invitation)
                        && !heardWithinADay(invitation.remindedAt(), now)
                        && !heardWithinADay(invitation.invitedAt(), now))
                .forEach(invitation -> remind(invitation, due, now));
    }
}
