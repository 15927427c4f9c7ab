package dk.astra.notification.mails;

import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.messaging.Effect;
import dk.astra.notification.meetings.KnownMeeting;
import dk.astra.notification.meetings.KnownMeetings;
import dk.astra.notification.registrations.KnownRegistration;
import dk.astra.notification.registrations.KnownRegistrations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells everybody who is registered what changed at the meeting. The meeting is learned before its registrations are
 * read: who registers meanwhile gets a confirmation with the new facts.
 */
@Component
public class AnnounceMeeting {

    private static final Logger log = LoggerFactory.getLogger(AnnounceMeeting.class);
    private static final Set<String> WORTH_A_MAIL = Set.of("venue", "format", "title", "programme");
    private static final Set<String> TIME = Set.of("startsAt", "endsAt");

    private final KnownMeetings meetings;
    private final KnownRegistrations registrations;
    private final Ledger ledger;
    private final Trace trace;
    private final Clock clock;

    AnnounceMeeting(KnownMeetings meetings, KnownRegistrations registrations, Ledger ledger, Trace trace, Clock clock) {
        this.meetings = meetings;
        this.registrations = registrations;
        this.ledger = ledger;
        this.trace = trace;
        this.clock = clock;
    }

    /** A fact that nobody is written to about; mails that waited for the meeting can go. */
    public Effect learned(MeetingState meeting, Instant factTime) {
        boolean learned = meetings.learn(meeting, factTime);
        ledger.releaseMeeting(meeting.meetingId(), clock.instant());
        return learned ? Effect.APPLIED : Effect.REPEATED;
    }

    /** @param changed names of the fields that differ; a new capacity is no news to a participant */
    public Effect changed(MeetingState meeting, Set<String> changed, String factId, Instant factTime) {
        Effect learned = learned(meeting, factTime);
        if (changed.stream().noneMatch(WORTH_A_MAIL::contains)) {
            return learned;
        }
        return announce(meeting, changed, factId, learned);
    }

    public Effect rescheduled(MeetingState meeting, String factId, Instant factTime) {
        return announce(meeting, TIME, factId, learned(meeting, factTime));
    }

    /** Repeated until it was done once to the end; later copies of the fact reach nobody who came since. */
    private Effect announce(MeetingState meeting, Set<String> changed, String factId, Effect learned) {
        long announced = meetings.find(meeting.meetingId())
                .map(KnownMeeting::announcedVersion)
                .orElse(0L);
        if (announced >= meeting.version()) {
            return Effect.REPEATED;
        }
        int[] reached = {0};
        registrations.forEachLive(meeting.meetingId(), page -> {
            List<Mail> due = page.stream()
                    .map(registration -> mail(registration, changed, factId))
                    .toList();
            ledger.queue(due);
            reached[0] += due.size();
        });
        meetings.markAnnounced(meeting.meetingId(), meeting.version());
        log.info(
                "meeting {} version {} announced to {} registrations",
                meeting.meetingId(),
                meeting.version(),
                reached[0]);
        return reached[0] > 0 ? Effect.APPLIED : learned;
    }

    private Mail mail(KnownRegistration registration, Set<String> changed, String factId) {
        return Mail.due(
                new Cause(
                        MailKind.MEETING_CHANGED,
                        factId,
                        registration.registrationId(),
                        registration.version(),
                        registration.personId(),
                        registration.meetingId(),
                        false,
                        changed,
                        registration.calendarEntry(),
                        trace.current()),
                clock.instant());
    }
}
