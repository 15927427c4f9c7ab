package dk.astra.portal.meetings;

import static dk.astra.portal.meetings.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonthCalendarTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static MonthCalendar of(String month, MeetingCard... cards) {
        return MonthCalendar.of(YearMonth.parse(month), TODAY, List.of(cards));
    }

    private static List<Integer> weeks(String month) {
        return of(month).weeks().stream().map(MonthCalendar.Week::number).toList();
    }

    @Test
    void countsWeeksOverTheEndOfAYearAsDanesDo() {
        assertThat(weeks("2026-12")).containsExactly(49, 50, 51, 52, 53);
        assertThat(weeks("2027-01")).containsExactly(53, 1, 2, 3, 4);
        assertThat(weeks("2024-12")).containsExactly(48, 49, 50, 51, 52, 1);
        assertThat(weeks("2025-01")).containsExactly(1, 2, 3, 4, 5);
        assertThat(weeks("2027-02")).as("four whole weeks").containsExactly(5, 6, 7, 8);
    }

    /** Also where clocks change, on the last Sundays of March and October. */
    @Test
    void hasEveryDayOnceInWeeksThatBeginOnMonday() {
        for (YearMonth month = YearMonth.of(2024, 1); month.getYear() < 2030; month = month.plusMonths(1)) {
            MonthCalendar calendar = of(month.toString());
            assertThat(calendar.weeks()).as(month.toString()).allSatisfy(week -> {
                assertThat(week.days()).hasSize(7);
                assertThat(week.days().getFirst().date().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            });
            assertThat(calendar.weeks().stream()
                            .flatMap(week -> week.days().stream())
                            .filter(MonthCalendar.Day::inMonth)
                            .map(MonthCalendar.Day::number))
                    .as(month.toString())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, month.lengthOfMonth())
                            .boxed()
                            .toList());
        }
    }

    @Test
    void putsMeetingsOnTheDaysTheyTake() {
        MeetingCard night = aMeeting()
                .withId("night")
                .from(LocalDateTime.of(2027, 3, 27, 22, 0), LocalDateTime.of(2027, 3, 29, 0, 0))
                .card();
        MeetingCard before =
                aMeeting().from(LocalDateTime.of(2027, 2, 28, 9, 0)).card();

        MonthCalendar calendar = of("2027-03", night, before);

        assertThat(calendar.busyDays()).extracting(MonthCalendar.Day::number).containsExactly(27, 28);
        assertThat(calendar.busyDays())
                .extracting(day -> day.entries().getFirst().begins())
                .containsExactly(true, false);
        assertThat(calendar.count()).isEqualTo(1);
        assertThat(calendar.weekOf(calendar.busyDays().getFirst())).isEqualTo(12);
    }

    /** The days of another month in the first and last week belong to that month's page. */
    @Test
    void leavesDaysOfOtherMonthsEmpty() {
        MonthCalendar december = of(
                "2026-12", aMeeting().from(LocalDateTime.of(2027, 1, 2, 9, 0)).card());

        assertThat(december.busyDays()).isEmpty();
        assertThat(december.count()).isZero();
    }

    @Test
    void knowsToday() {
        assertThat(of("2026-11").weeks().stream()
                        .flatMap(week -> week.days().stream())
                        .filter(MonthCalendar.Day::today)
                        .map(MonthCalendar.Day::date))
                .containsExactly(TODAY);
        assertThat(of("2026-12").weeks().stream().flatMap(week -> week.days().stream()))
                .noneMatch(MonthCalendar.Day::today);
    }
}
