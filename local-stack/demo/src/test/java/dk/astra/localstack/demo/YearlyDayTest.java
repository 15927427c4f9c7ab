package dk.astra.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

class YearlyDayTest {

    private final YearlyDay secondTuesdayOfNovember = new YearlyDay(Month.NOVEMBER, 2, DayOfWeek.TUESDAY);

    @Test
    void isTheNextSuchDay() {
        assertThat(secondTuesdayOfNovember.after(LocalDate.of(2026, 3, 1))).isEqualTo("2026-11-10");
    }

    @Test
    void isInTheNextYearWhenItsMonthIsOver() {
        assertThat(new YearlyDay(Month.MARCH, 3, DayOfWeek.TUESDAY).after(LocalDate.of(2026, 11, 22)))
                .isEqualTo("2027-03-16");
    }

    @Test
    void movesPastDecemberWhenItIsTooNear() {
        assertThat(secondTuesdayOfNovember.after(LocalDate.of(2026, 11, 22))).isEqualTo("2027-01-12");
    }

    @Test
    void fallsInTheTwelveMonthsOfThePlanWhateverTheDay() {
        List<SampleMeeting> meetings = Samples.in(SamplesTest.FOLDER).meetings();
        for (LocalDate today = LocalDate.of(2026, 1, 1); today.getYear() < 2030; today = today.plusDays(3)) {
            LocalDate first = today.withDayOfMonth(1);
            for (SampleMeeting meeting : meetings) {
                LocalDate date = meeting.day().after(today);
                assertThat(date)
                        .isBetween(today.plusDays(14), first.plusYears(1).minusDays(1));
                assertThat(date.getDayOfWeek()).isIn(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);
            }
        }
    }
}
