package dk.astra.event.meetings;

import dk.astra.web.FieldProblem;
import dk.astra.web.InvalidFields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The times as an organiser asks for them; null where nothing was said. */
public record WantedTimes(
        @Nullable LocalDateTime startsAt,
        @Nullable LocalDateTime endsAt,
        @Nullable ZoneId zone,
        @Nullable LocalDateTime registrationOpensAt,
        @Nullable LocalDateTime registrationClosesAt,
        @Nullable LocalDateTime cancellationDeadline) {

    public static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private static final LocalTime DEFAULT_CLOSING = LocalTime.NOON;
    private static final int DAYS_BETWEEN_CLOSING_AND_START = 2;

    /** What is out of order among the times that were given, and a start that is over where it must not be. */
    public List<FieldProblem> problems(@Nullable Instant earliestStart) {
        List<FieldProblem> problems = new ArrayList<>();
        ZoneId where = zone == null ? DENMARK : zone;
        if (startsAt != null
                && earliestStart != null
                && !startsAt.atZone(where).toInstant().isAfter(earliestStart)) {
            problems.add(new FieldProblem("startsAt", "in-past"));
        }
        if (startsAt != null
                && endsAt != null
                && !endsAt.atZone(where)
                        .toInstant()
                        .isAfter(startsAt.atZone(where).toInstant())) {
            problems.add(new FieldProblem("endsAt", "end-before-start"));
        }
        if (registrationOpensAt != null
                && registrationClosesAt != null
                && !registrationOpensAt.isBefore(registrationClosesAt)) {
            problems.add(new FieldProblem("registrationClosesAt", "closes-before-opening"));
        }
        if (startsAt != null && registrationClosesAt != null && registrationClosesAt.isAfter(startsAt)) {
            problems.add(new FieldProblem("registrationClosesAt", "after-start"));
        }
        if (startsAt != null
                && registrationOpensAt != null
                && registrationClosesAt == null
                && !registrationOpensAt.isBefore(startsAt)) {
            problems.add(new FieldProblem("registrationOpensAt", "after-start"));
        }
        if (startsAt != null && cancellationDeadline != null && cancellationDeadline.isAfter(startsAt)) {
            problems.add(new FieldProblem("cancellationDeadline", "after-start"));
        }
        return problems;
    }

    /**
     * The times of a new meeting: sign-up opens now and closes at noon two days before the start, or, where that is
     * too late already, at the start; participants can cancel until it closes.
     */
    MeetingTimes forNew(Instant now) {
        ZoneId where = zone == null ? DENMARK : zone;
        LocalDateTime start = Objects.requireNonNull(startsAt, "startsAt");
        LocalDateTime opens = registrationOpensAt;
        if (opens == null) {
            LocalDateTime today = LocalDateTime.ofInstant(now, where).truncatedTo(ChronoUnit.MINUTES);
            // a draft may lie in the past; its window must still be one
            opens = earlier(today, start.minusMinutes(1));
        }
        LocalDateTime closes = registrationClosesAt;
        if (closes == null) {
            LocalDateTime usual = existing(
                    start.toLocalDate()
                            .minusDays(DAYS_BETWEEN_CLOSING_AND_START)
                            .atTime(DEFAULT_CLOSING),
                    where);
            closes = usual.isAfter(opens) ? usual : start;
        }
        LocalDateTime deadline = cancellationDeadline == null ? closes : cancellationDeadline;
        return inOrder(
                new MeetingTimes(start, Objects.requireNonNull(endsAt, "endsAt"), where, opens, closes, deadline));
    }

    /**
     * The times of a meeting that had others: what was not said moves by as many days as the start, never past it;
     * a sign-up that opens before it closes stays as it was.
     */
    MeetingTimes insteadOf(MeetingTimes current) {
        ZoneId where = zone == null ? current.zone() : zone;
        LocalDateTime start = startsAt == null ? current.startsAt() : startsAt;
        LocalDateTime end = endsAt == null ? current.endsAt() : endsAt;
        LocalDateTime closes = registrationClosesAt == null
                ? moved(current.registrationClosesAt(), current, start, where)
                : registrationClosesAt;
        LocalDateTime deadline = cancellationDeadline == null
                ? moved(current.cancellationDeadline(), current, start, where)
                : cancellationDeadline;
        LocalDateTime opens = registrationOpensAt;
        if (opens == null) {
            opens = current.registrationOpensAt().isBefore(closes)
                    ? current.registrationOpensAt()
                    : moved(current.registrationOpensAt(), current, start, where);
        }
        return inOrder(new MeetingTimes(start, end, where, opens, closes, deadline));
    }

    private static LocalDateTime moved(LocalDateTime time, MeetingTimes from, LocalDateTime start, ZoneId zone) {
        LocalDate before = from.startsAt().toLocalDate();
        LocalDateTime moved = time.plusDays(ChronoUnit.DAYS.between(before, start.toLocalDate()));
        return existing(earlier(moved, start), zone);
    }

    /** A default must not fall into the hour that summer time leaves out. */
    private static LocalDateTime existing(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toLocalDateTime();
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static MeetingTimes inOrder(MeetingTimes times) {
        List<FieldProblem> problems = new WantedTimes(
                        times.startsAt(),
                        times.endsAt(),
                        times.zone(),
                        times.registrationOpensAt(),
                        times.registrationClosesAt(),
                        times.cancellationDeadline())
                .problems(null);
        if (!problems.isEmpty()) {
            throw new InvalidFields(problems);
        }
        return times;
    }
}
