package dk.astra.registration.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferRulesTest {

    private static final Instant START = Instant.parse("2027-04-28T07:30:00Z");
    private static final Instant DEADLINE = Instant.parse("2027-04-26T10:00:00Z");
    private static final OfferRules TWO_DAYS = new OfferRules(true, 48, false);

    @Test
    void lastsAsLongAsTheOrganiserSaid() {
        Instant now = DEADLINE.minus(Duration.ofDays(10));
        assertThat(meeting(TWO_DAYS).freedSeatOfferedUntil(now)).contains(now.plus(Duration.ofHours(48)));
    }

    @Test
    void endsAtTheCancellationDeadline() {
        assertThat(meeting(TWO_DAYS).freedSeatOfferedUntil(DEADLINE.minus(Duration.ofHours(5))))
                .contains(DEADLINE);
        assertThat(meeting(TWO_DAYS).freedSeatOfferedUntil(DEADLINE.minus(Duration.ofHours(2))))
                .contains(DEADLINE);
    }

    @Test
    void endsAtTheStartWhereTheDeadlineLeavesNoTime() {
        assertThat(meeting(TWO_DAYS).freedSeatOfferedUntil(DEADLINE.minus(Duration.ofMinutes(119))))
                .contains(START);
        assertThat(meeting(TWO_DAYS).freedSeatOfferedUntil(START.minus(Duration.ofHours(10))))
                .contains(START);
    }

    @Test
    void givesTheSeatAtOnceWhenNobodyCouldAnswer() {
        assertThat(meeting(TWO_DAYS).freedSeatOfferedUntil(START.minus(Duration.ofHours(2))))
                .contains(START);
        assertThat(meeting(TWO_DAYS).freedSeatOfferedUntil(START.minus(Duration.ofMinutes(119))))
                .isEmpty();
    }

    @Test
    void offersNothingUnlessTheOrganiserSaysSo() {
        Instant now = DEADLINE.minus(Duration.ofDays(10));
        assertThat(meeting(null).freedSeatOfferedUntil(now)).isEmpty();
        assertThat(meeting(OfferRules.NO_MORE).freedSeatOfferedUntil(now)).isEmpty();
        assertThat(meeting(OfferRules.of(false, null, true)).freedSeatOfferedUntil(now))
                .isEmpty();
        assertThat(OfferRules.of(false, 48, false)).isNull();
        assertThat(OfferRules.of(true, null, false)).isEqualTo(TWO_DAYS);
    }

    @Test
    void keepsAnUnconfirmedSeatForADayOrUntilTheStart() {
        Instant now = DEADLINE.minus(Duration.ofDays(10));
        assertThat(meeting(null).unconfirmedSeatKeptUntil(now)).isEqualTo(now.plus(Duration.ofHours(24)));
        assertThat(meeting(null).unconfirmedSeatKeptUntil(START.minus(Duration.ofHours(3))))
                .isEqualTo(START);
    }

    private static KnownMeeting meeting(OfferRules rules) {
        return new KnownMeeting(
                "m1",
                1,
                KnownMeeting.Status.SCHEDULED,
                1,
                1,
                1,
                null,
                null,
                START.minus(Duration.ofDays(60)),
                DEADLINE,
                DEADLINE,
                START,
                START.plus(Duration.ofHours(6)),
                List.of(),
                null,
                rules,
                null,
                null,
                null);
    }
}
