package dk.astra.event.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.astra.web.FieldProblem;
import dk.astra.web.InvalidFields;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WantedTimesTest {

    private static final Instant NOW = Instant.parse("2027-03-01T08:00:30Z");

    private static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }

    private static WantedTimes from(String start, String end) {
        return with(start, end, null, null, null);
    }

    private static WantedTimes with(
            String start, String end, @Nullable String opens, @Nullable String closes, @Nullable String deadline) {
        return new WantedTimes(
                at(start),
                at(end),
                null,
                opens == null ? null : at(opens),
                closes == null ? null : at(closes),
                deadline == null ? null : at(deadline));
    }

    @Nested
    class ForNewMeeting {

        @Test
        void opensNowAndClosesTwoDaysBeforeAtNoon() {
            MeetingTimes times = from("2027-04-28T09:30", "2027-04-28T15:00").forNew(NOW);

            assertThat(times.zone()).isEqualTo(ZoneId.of("Europe/Copenhagen"));
            assertThat(times.registrationOpensAt()).isEqualTo(at("2027-03-01T09:00"));
            assertThat(times.registrationClosesAt()).isEqualTo(at("2027-04-26T12:00"));
            assertThat(times.cancellationDeadline()).isEqualTo(at("2027-04-26T12:00"));
        }

        @Test
        void closesAtTheStartWhereTwoDaysBeforeIsOver() {
            MeetingTimes times = from("2027-03-02T09:30", "2027-03-02T15:00").forNew(NOW);

            assertThat(times.registrationClosesAt()).isEqualTo(at("2027-03-02T09:30"));
        }

        @Test
        void hasWindowEvenWhereItsDayIsOver() {
            MeetingTimes times = from("2027-02-02T09:30", "2027-02-02T15:00").forNew(NOW);

            assertThat(times.registrationOpensAt()).isBefore(times.registrationClosesAt());
        }

        @Test
        void cancelsUntilTheClosingThatWasGiven() {
            MeetingTimes times = with("2027-04-28T09:30", "2027-04-28T15:00", null, "2027-04-20T00:00", null)
                    .forNew(NOW);

            assertThat(times.cancellationDeadline()).isEqualTo(at("2027-04-20T00:00"));
        }

        @Test
        void refusesClosingBeforeNow() {
            WantedTimes wanted = with("2027-04-28T09:30", "2027-04-28T15:00", null, "2027-02-20T00:00", null);

            assertThatThrownBy(() -> wanted.forNew(NOW))
                    .isInstanceOfSatisfying(
                            InvalidFields.class,
                            invalid -> assertThat(invalid.fields())
                                    .extracting(FieldProblem::code)
                                    .containsExactly("closes-before-opening"));
        }
    }

    @Nested
    class ForMovedMeeting {

        private final MeetingTimes before = with(
                        "2027-04-28T09:30",
                        "2027-04-28T15:00",
                        "2027-03-01T00:00",
                        "2027-04-20T12:00",
                        "2027-04-27T18:00")
                .forNew(NOW);

        @Test
        void movesDeadlinesByAsManyDays() {
            MeetingTimes after = from("2027-05-05T13:00", "2027-05-05T16:00").insteadOf(before);

            assertThat(after.registrationOpensAt()).isEqualTo(at("2027-03-01T00:00"));
            assertThat(after.registrationClosesAt()).isEqualTo(at("2027-04-27T12:00"));
            assertThat(after.cancellationDeadline()).isEqualTo(at("2027-05-04T18:00"));
        }

        @Test
        void takesTheDeadlinesThatAreGiven() {
            MeetingTimes after = with("2027-05-05T13:00", "2027-05-05T16:00", null, "2027-05-05T13:00", null)
                    .insteadOf(before);

            assertThat(after.registrationClosesAt()).isEqualTo(at("2027-05-05T13:00"));
        }

        @Test
        void movesOpeningOnlyWhereItWouldComeTooLate() {
            MeetingTimes after = from("2027-03-03T09:30", "2027-03-03T15:00").insteadOf(before);

            assertThat(after.registrationOpensAt()).isEqualTo(at("2027-01-04T00:00"));
            assertThat(after.registrationClosesAt()).isEqualTo(at("2027-02-23T12:00"));
        }

        @Test
        void movesNoDeadlinePastTheStart() {
            MeetingTimes late = with("2027-04-28T09:30", "2027-04-28T15:00", null, "2027-04-28T09:30", null)
                    .forNew(NOW);

            MeetingTimes after = from("2027-04-29T08:00", "2027-04-29T15:00").insteadOf(late);

            assertThat(after.registrationClosesAt()).isEqualTo(at("2027-04-29T08:00"));
            assertThat(after.cancellationDeadline()).isEqualTo(at("2027-04-29T08:00"));
        }

        @Test
        void movesNoDeadlineIntoTheHourThatDoesNotExist() {
            MeetingTimes night = with("2027-03-29T09:00", "2027-03-29T15:00", null, "2027-03-27T02:30", null)
                    .forNew(NOW);

            MeetingTimes after = from("2027-03-30T09:00", "2027-03-30T15:00").insteadOf(night);

            assertThat(after.registrationClosesAt()).isEqualTo(at("2027-03-28T03:30"));
        }
    }

    @Test
    void measuresLengthInRealTime() {
        // clocks go back at three: 02:30 to 02:15 is no meeting, and is one only by the clock on the wall
        assertThat(from("2027-10-31T02:30", "2027-10-31T02:15").problems(null))
                .extracting(FieldProblem::code)
                .containsExactly("end-before-start");
    }
}
