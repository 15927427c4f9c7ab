package dk.astra.reporting.reach;

import static dk.astra.contracts.meetings.MeetingStatus.CANCELLED;
import static dk.astra.contracts.meetings.MeetingStatus.HELD;
import static dk.astra.contracts.meetings.MeetingStatus.SCHEDULED;

import dk.astra.contracts.LocalizedText;
import dk.astra.contracts.meetings.MeetingStatus;
import dk.astra.reporting.facts.MailFigures.Outcome;
import dk.astra.reporting.facts.Words;
import dk.astra.reporting.meetings.KnownMeeting;
import dk.astra.reporting.meetings.KnownMeetings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Tells how many were reached: counted anew at every question, in six passes over the states. */
@Component
public class ReadReach {

    private final KnownMeetings meetings;
    private final Counts counts;
    private final Words words;

    ReadReach(KnownMeetings meetings, Counts counts, Words words) {
        this.meetings = meetings;
        this.counts = counts;
        this.words = words;
    }

    /** Registrations whose meeting is not known yet belong to no period, and count where none is asked for. */
    public Reach in(Period period) {
        List<KnownMeeting> known = meetings.all();
        List<KnownMeeting> asked = known.stream()
                .filter(meeting -> period.covers(meeting.figures().startsOn()))
                .toList();
        List<String> ids =
                period.isLimited() ? asked.stream().map(KnownMeeting::meetingId).toList() : null;
        Map<String, RegistrationCounts> byMeeting = counts.registrationsByMeeting();
        List<Reach.OfMeeting> rows = new ArrayList<>();
        RegistrationCounts sum = RegistrationCounts.NONE;
        for (KnownMeeting meeting : asked) {
            RegistrationCounts here = RegistrationCounts.of(byMeeting, meeting.meetingId());
            sum = sum.plus(here);
            rows.add(row(meeting, here));
        }
        if (!period.isLimited()) {
            Map<String, RegistrationCounts> strangers = new TreeMap<>(byMeeting);
            known.forEach(meeting -> strangers.remove(meeting.meetingId()));
            LocalizedText unknown = words.text("meeting.unknown");
            for (var stranger : strangers.entrySet()) {
                sum = sum.plus(stranger.getValue());
                rows.add(row(stranger.getKey(), unknown, stranger.getValue()));
            }
        }
        Map<Outcome, Long> mails = counts.mails(ids);
        return new Reach(
                sum.all(),
                sum.confirmed(),
                sum.waitlisted(),
                sum.cancelled(),
                sum.attended(),
                sum.erased(),
                counts.different("figures.personId", ids),
                counts.different("figures.institutionNumber", ids),
                counts.different("figures.municipalityCode", ids),
                with(SCHEDULED, asked),
                with(HELD, asked),
                with(CANCELLED, asked),
                asked.stream().mapToLong(ReadReach::attendance).sum(),
                new Reach.Mails(
                        mails.getOrDefault(Outcome.SENT, 0L),
                        mails.getOrDefault(Outcome.FAILED, 0L),
                        mails.getOrDefault(Outcome.DEFERRED, 0L)),
                rows);
    }

    private static long with(MeetingStatus status, List<KnownMeeting> meetings) {
        return meetings.stream()
                .filter(meeting -> meeting.figures().status() == status)
                .count();
    }

    static int attendance(KnownMeeting meeting) {
        Integer attendance = meeting.figures().attendance();
        return meeting.figures().isHeld() && attendance != null ? attendance : 0;
    }

    private static Reach.OfMeeting row(KnownMeeting meeting, RegistrationCounts counts) {
        return new Reach.OfMeeting(
                meeting.meetingId(),
                meeting.title(),
                meeting.figures().status(),
                meeting.figures().startsOn(),
                counts.confirmed(),
                counts.waitlisted(),
                counts.cancelled(),
                counts.attended(),
                meeting.figures().isHeld() ? attendance(meeting) : null);
    }

    private static Reach.OfMeeting row(String meetingId, LocalizedText title, RegistrationCounts counts) {
        return new Reach.OfMeeting(
                meetingId,
                title,
                null,
                null,
                counts.confirmed(),
                counts.waitlisted(),
                counts.cancelled(),
                counts.attended(),
                null);
    }
}
