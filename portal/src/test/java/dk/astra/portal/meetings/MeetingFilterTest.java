package dk.astra.portal.meetings;

import static dk.astra.portal.meetings.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class MeetingFilterTest {

    private final Meeting meeting = aMeeting()
            .from(LocalDateTime.of(2027, 4, 30, 20, 0), LocalDateTime.of(2027, 5, 1, 2, 0))
            .build();

    private static MeetingFilter filter(String network, String side, String format, String month) {
        return new MeetingFilter(network, side, format, month, null);
    }

    @Test
    void takesWhatFitsInEverything() {
        assertThat(MeetingFilter.NONE.matches(meeting)).isTrue();
        assertThat(filter("EUD", "EAST", "PHYSICAL", "2027-04").matches(meeting))
                .isTrue();
        assertThat(filter("PRIMARY", null, null, null).matches(meeting)).isFalse();
        assertThat(filter("EUD", "WEST", null, null).matches(meeting)).isFalse();
        assertThat(filter("EUD", null, "ONLINE", null).matches(meeting)).isFalse();
        assertThat(filter(null, null, null, "2027-05").matches(meeting))
                .as("a meeting is in the month of its start")
                .isFalse();
        assertThat(filter(null, "EAST", null, null)
                        .matches(aMeeting().inSide(null).build()))
                .isFalse();
    }

    @Test
    void writesAddressesThatAreReadAsTheSame() {
        assertThat(MeetingFilter.NONE.at("/kalender")).isEqualTo("/kalender");
        assertThat(new MeetingFilter("EUD", null, null, null, "æble & {is}")
                        .during(YearMonth.of(2027, 4))
                        .at("/"))
                .isEqualTo("/?network=EUD&month=2027-04&q=%C3%A6ble%20%26%20%7Bis%7D");
        assertThat(filter(null, "EAST", null, "2027-04").inAnyMonth().at("/kalender"))
                .isEqualTo("/kalender?side=EAST");
    }
}
