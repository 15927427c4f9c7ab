package dk.astra.registration.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReminderTest {

    private static final Instant CLOSES = Instant.parse("2027-03-08T11:00:00Z");

    @Test
    void comesSevenAndTwoDaysBeforeRegistrationEnds() {
        assertThat(before(Duration.ofDays(7).plusMillis(1))).isNull();
        assertThat(before(Duration.ofDays(7))).isEqualTo(Reminder.FIRST);
        assertThat(before(Duration.ofDays(2).plusMillis(1))).isEqualTo(Reminder.FIRST);
        assertThat(before(Duration.ofDays(2))).isEqualTo(Reminder.LAST);
        assertThat(before(Duration.ofMillis(1))).isEqualTo(Reminder.LAST);
        assertThat(before(Duration.ZERO)).isNull();
    }

    @Test
    void concernsTheSilentAndAtLastThoseWhoDoNotKnowYet() {
        for (Reminder reminder : Reminder.values()) {
            assertThat(reminder.concerns(Answer.NONE)).isTrue();
            assertThat(reminder.concerns(Answer.YES)).isFalse();
            assertThat(reminder.concerns(Answer.NO)).isFalse();
        }
        assertThat(Reminder.FIRST.concerns(Answer.NOT_YET)).isFalse();
        assertThat(Reminder.LAST.concerns(Answer.NOT_YET)).isTrue();
    }

    private static Reminder before(Duration left) {
        return Reminder.at(CLOSES.minus(left), CLOSES).orElse(null);
    }
}
