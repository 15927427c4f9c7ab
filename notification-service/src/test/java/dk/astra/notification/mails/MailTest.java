package dk.astra.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.deliveries.MailKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void isTheSameMailForTheSameCause() {
        assertThat(cause("fact-1", "reg-1").mailId())
                .isEqualTo(cause("fact-1", "reg-1").mailId());
        assertThat(cause("fact-1", "reg-1").mailId())
                .isNotEqualTo(cause("fact-1", "reg-2").mailId())
                .isNotEqualTo(cause("fact-2", "reg-1").mailId())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void pausesLongerAndLongerButNeverMoreThanAQuarterOfAnHour() {
        Mail mail = Mail.due(cause("fact-1", "reg-1"), NOON);
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            mail = mail.deferred(Reason.SMTP_DEFERRED, true, NOON);
            pauses.add(Duration.between(NOON, mail.nextAttemptAt()).toSeconds());
        }
        assertThat(pauses).containsExactly(1L, 2L, 5L, 15L, 60L, 300L, 900L, 900L, 900L);
        assertThat(mail.attempts()).isEqualTo(9);
    }

    @Test
    void countsNoAttemptThatTheServerNeverSaw() {
        Mail mail = Mail.due(cause("fact-1", "reg-1"), NOON).deferred(Reason.SMTP_UNREACHABLE, false, NOON);
        assertThat(mail.attempts()).isZero();
        assertThat(mail.state()).isEqualTo(State.QUEUED);
    }

    @Test
    void isDueAgainWhenItsLeaseEnds() {
        Mail claimed = Mail.due(cause("fact-1", "reg-1"), NOON).claimed(NOON, Duration.ofSeconds(60));
        assertThat(claimed.state()).isEqualTo(State.SENDING);
        assertThat(claimed.state().isOpen()).isTrue();
        assertThat(claimed.nextAttemptAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(claimed.version()).isEqualTo(2);
    }

    @Test
    void startsAfreshWhenAnOrganiserWantsItTriedAgain() {
        Mail failed = Mail.due(cause("fact-1", "reg-1"), NOON).failed(Reason.ADDRESS_REFUSED, true);
        Mail retried = failed.retried("key", NOON.plusSeconds(5));
        assertThat(retried.state()).isEqualTo(State.QUEUED);
        assertThat(retried.reason()).isNull();
        assertThat(retried.deferrals()).isZero();
        assertThat(retried.attempts()).isEqualTo(1);
        assertThat(retried.nextAttemptAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(retried.wantedUntil()).isEqualTo(NOON.plusSeconds(3605));
    }

    private static Cause cause(String factId, String registrationId) {
        return new Cause(
                MailKind.CONFIRMED,
                factId,
                registrationId,
                1,
                "person-1",
                "meeting-1",
                false,
                Set.of(),
                registrationId,
                null);
    }
}
