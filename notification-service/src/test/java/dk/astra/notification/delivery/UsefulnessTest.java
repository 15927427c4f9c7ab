package dk.astra.notification.delivery;

import static dk.astra.testsupport.MeetingBuilder.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dk.astra.contracts.deliveries.MailKind;
import dk.astra.contracts.meetings.MeetingState;
import dk.astra.notification.mails.Cause;
import dk.astra.notification.mails.Mail;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UsefulnessTest {

    private static final MeetingState MEETING =
            aMeeting().startingAt(LocalDateTime.of(2027, 3, 10, 9, 0)).build();
    private static final Instant LONG_BEFORE = Instant.parse("2027-01-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource(
            value = MailKind.class,
            names = {"CONFIRMED", "PROMOTED", "MEETING_CHANGED", "MEETING_CANCELLED", "INVITATION_CANCELLED"})
    void lastsUntilTheMeetingEnds(MailKind kind) {
        assertThat(Usefulness.until(mail(kind, LONG_BEFORE), MEETING)).isEqualTo(MEETING.endInstant());
        assertThat(Usefulness.isOver(mail(kind, LONG_BEFORE), MEETING, MEETING.endInstant()))
                .isFalse();
        assertThat(Usefulness.isOver(
                        mail(kind, LONG_BEFORE), MEETING, MEETING.endInstant().plusMillis(1)))
                .isTrue();
    }

    @Test
    void lastsUntilTheStartForTheWaitingList() {
        assertThat(Usefulness.until(mail(MailKind.WAITLISTED, LONG_BEFORE), MEETING))
                .isEqualTo(MEETING.startInstant());
    }

    @ParameterizedTest
    @EnumSource(
            value = MailKind.class,
            names = {"OFFERED", "CONFIRM_EMAIL"})
    void lastsUntilTheOfferEnds(MailKind kind) {
        Instant until = LONG_BEFORE.plus(Duration.ofDays(2));
        Cause offer =
                new Cause(kind, "fact", "reg", 1, "person", "meeting", false, Set.of(), "reg", null, until, false);
        assertThat(Usefulness.until(Mail.due(offer, LONG_BEFORE), MEETING)).isEqualTo(until);
    }

    @ParameterizedTest
    @EnumSource(
            value = MailKind.class,
            names = {"INVITATION", "INVITATION_REMINDER", "INVITATION_MOVED"})
    void lastsWhileRegistrationIsOpenForAnInvitation(MailKind kind) {
        assertThat(Usefulness.until(mail(kind, LONG_BEFORE), MEETING))
                .isEqualTo(MEETING.registrationClosesAt().atZone(MEETING.zone()).toInstant());
    }

    @Test
    void lastsADayForALateCancellation() {
        Instant evening = MEETING.endInstant().plus(Duration.ofHours(3));
        assertThat(Usefulness.until(mail(MailKind.CANCELLED_BY_ORGANISER, evening), MEETING))
                .isEqualTo(evening.plus(Duration.ofDays(1)));
    }

    @Test
    void lastsWhileAnOrganiserWantsIt() {
        Instant late = MEETING.endInstant().plus(Duration.ofDays(2));
        Mail wanted = mail(MailKind.CONFIRMED, LONG_BEFORE).retried(null, late);
        assertThat(Usefulness.until(wanted, MEETING)).isEqualTo(late.plus(Duration.ofHours(1)));
    }

    @Test
    void waitsAMonthForAnUnknownMeeting() {
        assertThat(Usefulness.until(mail(MailKind.CONFIRMED, LONG_BEFORE), null))
                .isEqualTo(LONG_BEFORE.plus(Duration.ofDays(30)));
    }

    private static Mail mail(MailKind kind, Instant createdAt) {
        return Mail.due(
                new Cause(kind, "fact", "reg", 1, "person", "meeting", false, Set.of(), "reg", null), createdAt);
    }
}
