package dk.astra.event.meetings;

import dk.astra.web.FieldProblem;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * When a meeting is, and until when people can sign up and cancel: local date-times in a zone.
 *
 * @param registrationOpensAt inclusive
 * @param registrationClosesAt exclusive
 * @param cancellationDeadline exclusive
 */
public record MeetingTimes(
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        ZoneId zone,
        LocalDateTime registrationOpensAt,
        LocalDateTime registrationClosesAt,
        LocalDateTime cancellationDeadline) {

    public Instant startInstant() {
        return startsAt.atZone(zone).toInstant();
    }

    public Instant endInstant() {
        return endsAt.atZone(zone).toInstant();
    }

    boolean isSameTimeAs(MeetingTimes other) {
        return startsAt.equals(other.startsAt) && endsAt.equals(other.endsAt) && zone.equals(other.zone);
    }

    /** The time of an announced meeting is not changed in passing. */
    List<FieldProblem> problemsOfMovingFrom(MeetingTimes before) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!startsAt.equals(before.startsAt)) {
            problems.add(new FieldProblem("startsAt", "use-reschedule"));
        }
        if (!endsAt.equals(before.endsAt)) {
            problems.add(new FieldProblem("endsAt", "use-reschedule"));
        }
        if (!zone.equals(before.zone)) {
            problems.add(new FieldProblem("zone", "use-reschedule"));
        }
        return problems;
    }

    /** Names of the deadlines that differ. */
    Set<String> deadlinesDifferentFrom(MeetingTimes other) {
        Set<String> different = new LinkedHashSet<>();
        if (!registrationOpensAt.equals(other.registrationOpensAt)) {
            different.add("registrationOpensAt");
        }
        if (!registrationClosesAt.equals(other.registrationClosesAt)) {
            different.add("registrationClosesAt");
        }
        if (!cancellationDeadline.equals(other.cancellationDeadline)) {
            different.add("cancellationDeadline");
        }
        return different;
    }
}
