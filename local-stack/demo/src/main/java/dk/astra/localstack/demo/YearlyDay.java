package dk.astra.localstack.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** A day that is the same every year in the way people plan: the second Tuesday of November. */
public record YearlyDay(Month month, int week, DayOfWeek weekday) {

    /** Sign-up closes two days before; a demo in which it closes at once shows nothing. */
    private static final int DAYS_AHEAD = 14;

    /**
     * The next such day that leaves time to sign up. What is too near moves to the next month but July and December, so that all days lie in the twelve months that begin with this one.
     */
    public LocalDate after(LocalDate today) {
        YearMonth candidate = YearMonth.of(today.getYear(), month);
        if (candidate.isBefore(YearMonth.from(today))) {
            candidate = candidate.plusYears(1);
        }
        while (in(candidate).isBefore(today.plusDays(DAYS_AHEAD))) {
            candidate = nextWorkingMonth(candidate);
        }
        return in(candidate);
    }

    private static YearMonth nextWorkingMonth(YearMonth from) {
        YearMonth next = from.plusMonths(1);
        return next.getMonth() == Month.JULY || next.getMonth() == Month.DECEMBER ? next.plusMonths(1) : next;
    }

    private LocalDate in(YearMonth yearMonth) {
        return yearMonth.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(week, weekday));
    }
}
