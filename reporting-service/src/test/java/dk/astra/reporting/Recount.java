package dk.astra.reporting;

import static dk.astra.contracts.registrations.RegistrationStatus.CANCELLED;
import static dk.astra.contracts.registrations.RegistrationStatus.CONFIRMED;
import static dk.astra.contracts.registrations.RegistrationStatus.WAITLISTED;

import dk.astra.contracts.meetings.MeetingStatus;
import dk.astra.contracts.meetings.MeetingType;
import dk.astra.contracts.registrations.RegistrationStatus;
import dk.astra.reporting.facts.MailFigures.Outcome;
import dk.astra.reporting.facts.MeetingFigures;
import dk.astra.reporting.facts.RecordedFact;
import dk.astra.reporting.facts.RegistrationFigures;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts the trail a second time, by hand and slowly: the last fact of each aggregate tells its state. Shares no
 * code with what it checks.
 */
final class Recount {

    private final Map<String, RecordedFact> last = new HashMap<>();
    private final Map<String, RecordedFact> lastAttendance = new HashMap<>();
    private final Set<String> erased = new HashSet<>();
    private final Map<String, MeetingFigures> meetings = new TreeMap<>();

    Recount(List<RecordedFact> trail) {
        for (RecordedFact fact : trail.stream()
                .sorted(Comparator.comparing(RecordedFact::sequence))
                .toList()) {
            last.put(fact.subject(), fact);
            if (fact.attended() != null) {
                lastAttendance.put(fact.subject(), fact);
            }
            if (fact.erased() != null) {
                erased.add(fact.subject());
            }
            if (fact.meeting() != null) {
                meetings.put(fact.subject(), fact.meeting());
            }
        }
    }

    /** Every figure of the reach by its name. */
    Map<String, Long> figures(@Nullable LocalDate from, @Nullable LocalDate to) {
        Predicate<@Nullable String> inPeriod = meeting -> inPeriod(meeting, from, to);
        List<RecordedFact> counted = last.values().stream()
                .filter(fact -> inPeriod.test(fact.meetingId()))
                .toList();
        List<RecordedFact> registrations =
                counted.stream().filter(fact -> fact.registration() != null).toList();
        List<RecordedFact> mails =
                counted.stream().filter(fact -> fact.mail() != null).toList();
        List<MeetingFigures> met = meetings.entrySet().stream()
                .filter(entry -> inPeriod.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        Map<String, Long> figures = new TreeMap<>();
        figures.put("registrations", (long) registrations.size());
        figures.put("confirmed", with(registrations, CONFIRMED));
        figures.put("waitlisted", with(registrations, WAITLISTED));
        figures.put("cancelled", with(registrations, CANCELLED));
        figures.put(
                "attended",
                registrations.stream()
                        .map(RecordedFact::subject)
                        .filter(this::attended)
                        .count());
        figures.put(
                "erased",
                registrations.stream()
                        .map(RecordedFact::subject)
                        .filter(erased::contains)
                        .count());
        figures.put("people", different(registrations, RegistrationFigures::personId));
        figures.put("institutions", different(registrations, RegistrationFigures::institutionNumber));
        figures.put("municipalities", different(registrations, RegistrationFigures::municipalityCode));
        figures.put(
                "meetingsScheduled",
                met.stream().filter(m -> m.status() == MeetingStatus.SCHEDULED).count());
        figures.put(
                "meetingsHeld",
                met.stream().filter(m -> m.status() == MeetingStatus.HELD).count());
        figures.put(
                "meetingsCancelled",
                met.stream().filter(m -> m.status() == MeetingStatus.CANCELLED).count());
        figures.put(
                "attendance",
                met.stream()
                        .map(MeetingFigures::attendance)
                        .filter(Objects::nonNull)
                        .mapToLong(Integer::longValue)
                        .sum());
        figures.put(
                "mails.sent",
                mails.stream().filter(m -> m.mail().outcome() == Outcome.SENT).count());
        figures.put(
                "mails.failed",
                mails.stream().filter(m -> m.mail().outcome() == Outcome.FAILED).count());
        figures.put(
                "mails.deferred",
                mails.stream()
                        .filter(m -> m.mail().outcome() == Outcome.DEFERRED)
                        .count());
        return figures;
    }

    /** Meetings of a type held from 1 January to a day. */
    long held(MeetingType type, LocalDate until) {
        return meetings.values().stream()
                .filter(m -> m.status() == MeetingStatus.HELD && m.type() == type)
                .filter(m -> m.startsOn().getYear() == 2027 && !m.startsOn().isAfter(until))
                .count();
    }

    /** Of the meetings held in 2027, the per cent with the tag. */
    @Nullable
    Long shareWithTag(String tag) {
        List<MeetingFigures> held = meetings.values().stream()
                .filter(m -> m.status() == MeetingStatus.HELD && m.startsOn().getYear() == 2027)
                .toList();
        return held.isEmpty()
                ? null
                : held.stream().filter(m -> m.agendaTags().contains(tag)).count() * 100 / held.size();
    }

    /** Sides of the best identical series held in 2027. */
    long bestTwins() {
        Map<String, Set<Object>> sides = new HashMap<>();
        for (MeetingFigures m : meetings.values()) {
            if (m.status() == MeetingStatus.HELD
                    && m.startsOn().getYear() == 2027
                    && m.identicalContent()
                    && m.seriesId() != null
                    && m.side() != null) {
                sides.computeIfAbsent(m.seriesId(), id -> new HashSet<>()).add(m.side());
            }
        }
        return sides.values().stream().mapToLong(Set::size).max().orElse(0);
    }

    private boolean attended(String registrationId) {
        RecordedFact told = lastAttendance.get(registrationId);
        return told != null && Boolean.TRUE.equals(told.attended());
    }

    private boolean inPeriod(@Nullable String meetingId, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return true;
        }
        MeetingFigures meeting = meetings.get(String.valueOf(meetingId));
        return meeting != null
                && (from == null || !meeting.startsOn().isBefore(from))
                && (to == null || !meeting.startsOn().isAfter(to));
    }

    private static long with(List<RecordedFact> registrations, RegistrationStatus status) {
        return registrations.stream()
                .filter(fact -> fact.registration().status() == status)
                .count();
    }

    private static long different(
            List<RecordedFact> registrations, Function<RegistrationFigures, @Nullable String> field) {
        return registrations.stream()
                .map(RecordedFact::registration)
                .filter(figures -> figures.status() != CANCELLED)
                .map(field)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }
}
