package dk.astra.portal.meetings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The weeks of a month, Monday first, with what happens on each day. */
public record MonthCalendar(YearMonth month, List<Week> weeks) {

    /** @param number as Danes count weeks (ISO 8601): week 1 has the year's first Thursday */
    public record Week(int number, List<Day> days) {}

    /** @param inMonth the first and the last week may have days of other months; they stay empty */
    public record Day(LocalDate date, boolean inMonth, boolean today, List<Entry> entries) {

        public int number() {
            return date.getDayOfMonth();
        }
    }

    /** @param begins whether the meeting begins that day, and does not go on from the day before */
    public record Entry(MeetingCard card, boolean begins) {

        public LocalTime time() {
            return card.meeting().startsAt().toLocalTime();
        }
    }

    static MonthCalendar of(YearMonth month, LocalDate today, List<MeetingCard> cards) {
        List<Week> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        while (!monday.isAfter(month.atEndOfMonth())) {
            weeks.add(new Week(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), days(monday, month, today, cards)));
            monday = monday.plusWeeks(1);
        }
        return new MonthCalendar(month, List.copyOf(weeks));
    }

    private static List<Day> days(LocalDate monday, YearMonth month, LocalDate today, List<MeetingCard> cards) {
        return IntStream.range(0, DayOfWeek.values().length)
                .mapToObj(monday::plusDays)
                .map(date -> YearMonth.from(date).equals(month)
                        ? new Day(date, true, date.equals(today), entries(date, cards))
                        : new Day(date, false, false, List.of()))
                .toList();
    }

    private static List<Entry> entries(LocalDate date, List<MeetingCard> cards) {
        return cards.stream()
                .filter(card -> isOn(date, card.meeting()))
                .map(card ->
                        new Entry(card, card.meeting().startsAt().toLocalDate().equals(date)))
                .toList();
    }

    /** A meeting that ends at midnight does not take the day that begins then. */
    private static boolean isOn(LocalDate date, Meeting meeting) {
        LocalDate first = meeting.startsAt().toLocalDate();
        LocalDate last = meeting.endsAt().minusNanos(1).toLocalDate();
        return date.equals(first) || (date.isAfter(first) && !date.isAfter(last));
    }

    public List<DayOfWeek> weekdays() {
        return Arrays.asList(DayOfWeek.values());
    }

    /** The days on which something happens, for a screen that is too narrow for weeks. */
    public List<Day> busyDays() {
        return weeks.stream()
                .flatMap(week -> week.days().stream())
                .filter(day -> !day.entries().isEmpty())
                .toList();
    }

    /** The number of the week that a day of this month is in. */
    public int weekOf(Day day) {
        return day.date().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** A meeting of several days counts once. */
    public long count() {
        return busyDays().stream()
                .flatMap(day -> day.entries().stream())
                .map(entry -> entry.card().meeting().id())
                .distinct()
                .count();
    }
}
