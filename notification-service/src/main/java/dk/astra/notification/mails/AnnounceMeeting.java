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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells everybody who is registered, and the invited who have said neither yes nor no, what changed at the meeting. The
 * meeting is learned before its registrations are read: who registers meanwhile gets a confirmation with the new facts.
 */
@Component
public class AnnounceMeeting {

    private static final Logger log = LoggerFactory.getLogger(AnnounceMeeting.class);
    private static final Set<String> WORTH_A_MAIL = Set.of("venue", "format", "title", "programme");
    private static final Set<String> TIME = Set.of("startsAt", "endsAt");
    private static final Set<String> PLACE = Set.of("venue", "format");

    /**
     * What is told of one fact.
     *
     * @param toRegistered null where other facts tell them
     * @param toInvited null where it is nothing to them
     * @param changed names of the fields that differ
     */
    private record News(
            @Nullable MailKind toRegistered, @Nullable MailKind toInvited, Set<String> changed, String factId) {}

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
        boolean moved = changed.stream().anyMatch(PLACE::contains);
        return announce(
                meeting, new News(MailKind.MEETING_CHANGED, moved ? asks(meeting) : null, changed, factId), learned);
    }

    public Effect rescheduled(MeetingState meeting, String factId, Instant factTime) {
        return announce(
                meeting, new News(MailKind.MEETING_CHANGED, asks(meeting), TIME, factId), learned(meeting, factTime));
    }

    /** Each participant is told by the cancellation of the registration. */
    public Effect cancelled(MeetingState meeting, String factId, Instant factTime) {
        return announce(
                meeting, new News(null, MailKind.INVITATION_CANCELLED, Set.of(), factId), learned(meeting, factTime));
    }

    /** Nobody is asked for an answer that would not be taken any more. */
    private @Nullable MailKind asks(MeetingState meeting) {
        Instant closes = meeting.registrationClosesAt().atZone(meeting.zone()).toInstant();
        return clock.instant().isBefore(closes) ? MailKind.INVITATION_MOVED : null;
    }

    /** Repeated until it was done once to the end; later copies of the fact reach nobody who came since. */
    private Effect announce(MeetingState meeting, News news, Effect learned) {
        long announced = meetings.find(meeting.meetingId())
                .map(KnownMeeting::announcedVersion)
                .orElse(0L);
        if (announced >= meeting.version()) {
            return Effect.REPEATED;
        }
        int[] reached = {0};
        Set<String> registered = new HashSet<>();
        List<KnownRegistration> invited = new ArrayList<>();
        registrations.forEachLive(meeting.meetingId(), page -> {
            List<KnownRegistration> holders =
                    page.stream().filter(one -> !one.invitation()).toList();
            page.stream().filter(KnownRegistration::invitation).forEach(invited::add);
            holders.stream()
                    .filter(one -> !one.calendarEntry().isEmpty()) // not who only leads a group
                    .map(KnownRegistration::personId)
                    .forEach(registered::add);
            reached[0] += queue(holders, news.toRegistered(), news);
        });
        // whom the office registered has a mail already, and nothing to answer
        invited.removeIf(one -> registered.contains(one.personId()));
        reached[0] += queue(invited, news.toInvited(), news);
        meetings.markAnnounced(meeting.meetingId(), meeting.version());
        log.info("meeting {} version {} announced to {}", meeting.meetingId(), meeting.version(), reached[0]);
        return reached[0] > 0 ? Effect.APPLIED : learned;
    }

    private int queue(List<KnownRegistration> readers, @Nullable MailKind kind, News news) {
        if (kind == null) {
            return 0;
        }
        ledger.queue(readers.stream().map(reader -> mail(reader, kind, news)).toList());
        return readers.size();
    }

    private Mail mail(KnownRegistration registration, MailKind kind, News news) {
        return Mail.due(
                new Cause(
                        kind,
                        news.factId(),
                        registration.registrationId(),
                        registration.version(),
                        registration.personId(),
                        registration.meetingId(),
                        false,
                        news.changed(),
                        registration.calendarEntry(),
                        trace.current()),
                clock.instant());
    }
}
