package dk.astra.registration.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.registration.meetings.KnownMeeting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GroupDatesTest {

    /** Already the 10th in Denmark. */
    private static final Instant NOW = Instant.parse("2026-05-09T22:30:00Z");

    private final GroupDates dates = new GroupDates(Clock.fixed(NOW, ZoneOffset.UTC));

    private static KnownMeeting meeting(String closes, String starts) {
        Instant start = Instant.parse(starts);
        return new KnownMeeting(
                "m1",
                1,
                KnownMeeting.Status.SCHEDULED,
                10,
                10,
                10,
                null,
                null,
                Instant.EPOCH,
                Instant.parse(closes),
                Instant.parse(closes),
                start,
                start.plusSeconds(3600),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void takesAWeekBeforeTheMeeting() {
        KnownMeeting meeting = meeting("2026-06-18T10:00:00Z", "2026-06-20T08:00:00Z");

        assertThat(dates.first()).isEqualTo("2026-05-11");
        assertThat(dates.usual(meeting)).isEqualTo("2026-06-13");
        assertThat(dates.last(meeting)).isEqualTo("2026-06-18");
    }

    @Test
    void staysBetweenTomorrowAndTheDayOnWhichRegistrationCloses() {
        assertThat(dates.usual(meeting("2026-05-13T10:00:00Z", "2026-05-15T08:00:00Z")))
                .as("a week before is over")
                .isEqualTo("2026-05-11");
        assertThat(dates.usual(meeting("2026-05-20T10:00:00Z", "2026-06-20T08:00:00Z")))
                .as("closes long before")
                .isEqualTo("2026-05-20");
        assertThat(dates.last(meeting("2026-05-10T10:00:00Z", "2026-05-12T08:00:00Z")))
                .as("closes today")
                .isEqualTo("2026-05-11");
    }

    @Test
    void remindsThreeDaysBeforeInTheMorningWhereThereIsTime() {
        assertThat(dates.remindAt(LocalDate.parse("2026-06-13"))).isEqualTo("2026-06-10T05:00:00Z");
        assertThat(dates.remindAt(LocalDate.parse("2026-05-12"))).isNull();
    }

    @Test
    void lapsesAtTheEndOfTheDayButNotAfterTheMeetingBegan() {
        KnownMeeting meeting = meeting("2026-06-18T10:00:00Z", "2026-06-20T08:00:00Z");

        assertThat(dates.lapsesAt(LocalDate.parse("2026-06-13"), meeting)).isEqualTo("2026-06-13T22:00:00Z");
        assertThat(dates.lapsesAt(LocalDate.parse("2026-06-20"), meeting)).isEqualTo(meeting.startsAt());
    }
}
